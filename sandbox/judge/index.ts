/** The server's entry point: judges untrusted programs by untrusted checks. Node only; knows nothing of the app. */
import { availableParallelism } from 'node:os';
import type { Diagnostic, Files, Sources } from '../index.ts';
import {
	REPORT_FORMAT,
	VERDICT_FORMAT,
	type CheckResult,
	type Limits,
	type Problem,
	type Report,
	type Verdict
} from '../report.ts';
import { PairCompiler } from './compile.ts';
import { disclosed, type Disclosure } from './disclose.ts';
import { ENGINE } from './engine-version.ts';
import { hashOf } from './hash.ts';
import { limitsFrom } from './limits.ts';
import { createPlacing, placedResult } from './places.ts';
import type { Outcome } from './plan.ts';
import { JudgeProcess } from './process.ts';
import { theirs } from './theirs.ts';

export { ENGINE } from './engine-version.ts';
export { hashOf } from './hash.ts';
export { DEFAULT_LIMITS, limitsFrom } from './limits.ts';
export { passedAll } from '../report.ts';
export type { Disclosure } from './disclose.ts';
export type { Limits, Verdict } from '../report.ts';

export interface JudgeInput {
	/** The student's files. */
	files: Files;
	/** The file that is the program, usually `main.ts`. */
	program?: string;
	/** What stands around it: data, check files and what these import. Over the student's files, so that none hides one. */
	around: Files;
	/** Paths in `around` of the check files that a student sees. */
	checks: string[];
	/** Those that are held back, and what is said of each. */
	held?: { path: string; disclosure?: Disclosure }[];
	/** By path of a check file: what its checks stand under, so that two files may use one name. */
	under?: Record<string, string[]>;
	challenge?: { id: string; version: string; hash: string };
	limits?: Partial<Limits>;
	seed?: number;
}

export interface Judge {
	/** Never rejects because of a program or its checks. */
	judge(input: JudgeInput): Promise<Verdict>;
	/** Whether it is fit to judge: false when its process is there and does not answer within so many milliseconds. */
	isWell(milliseconds: number): Promise<boolean>;
	close(): Promise<void>;
}

/** `seats` is how many are judged at the same time. */
export function createJudge({ seats = availableParallelism() }: { seats?: number } = {}): Judge {
	const compiler = new PairCompiler();
	const process = new JudgeProcess(seats);
	return {
		async judge(input) {
			const start = performance.now();
			const held = new Map(input.held?.map(({ path, disclosure }) => [path, disclosure ?? 'example']));
			const sources: Sources = {
				files: { ...theirs(input.files, input.around), ...input.around },
				program: input.program ?? 'main.ts',
				checks: [...input.checks, ...held.keys()]
			};
			const limits = limitsFrom(input.limits);
			const seed = input.seed ?? 1;
			const compiled = await compiler.compile(sources);
			let outcome: Outcome;
			if (compiled.kind === 'diagnostics') {
				const load = { problem: problemOf(compiled.diagnostics), side: compiled.side };
				outcome = { results: [], planned: [], load, duration: 0 };
			} else {
				const { program, checks } = compiled;
				outcome = await process.perform({
					programCode: program.code,
					checksCode: checks.code,
					program: sources.program,
					files: sources.checks.map((path) => ({ path, under: input.under?.[path] ?? [] })),
					limits,
					seed
				});
				outcome = placed(outcome, createPlacing(compiled));
			}
			return {
				format: VERDICT_FORMAT,
				...reported(outcome, held, performance.now() - start),
				program: hashOf(input.files),
				checks: hashOf(input.around),
				...(input.challenge && { challenge: input.challenge }),
				engine: ENGINE,
				limits,
				seed,
				judgedAt: new Date().toISOString()
			};
		},
		isWell: (milliseconds) => process.isWell(milliseconds),
		async close() {
			await Promise.all([compiler.dispose(), process.close()]);
		}
	};
}

function placed(outcome: Outcome, placing: (problem: Problem) => Problem): Outcome {
	const results = outcome.results.map((result) => placedResult(result, placing));
	const load = outcome.load && { load: { ...outcome.load, problem: placing(outcome.load.problem) } };
	return { ...outcome, results, ...load };
}

function reported(
	{ results, planned, load }: Outcome,
	held: Map<string, Disclosure>,
	duration: number
): Pick<Verdict, 'report' | 'held' | 'broke'> {
	const files = new Map<string, string>();
	for (const { file, paths } of planned) for (const path of paths) files.set(path.join('\0'), file);
	const shown: CheckResult[] = [];
	const counts = { passed: 0, total: 0 };
	for (const result of inOrder(results, [...files.keys()])) {
		const disclosure = held.get(files.get(result.path.join('\0')) ?? '');
		if (disclosure !== undefined) {
			counts.total += 1;
			if (result.status === 'pass') counts.passed += 1;
		}
		const said = disclosure === undefined ? result : disclosed(result, disclosure);
		if (said !== undefined) shown.push(said);
	}
	const report: Report = { format: REPORT_FORMAT, results: shown, ...(load && { load: load.problem }), duration };
	return { report, held: counts, ...(load && { broke: load.side }) };
}

/** A check that was ended is reported before those that came after it, whatever the attempts. */
function inOrder(results: CheckResult[], keys: string[]): CheckResult[] {
	const places = new Map(keys.map((key, index) => [key, index]));
	const placeOf = ({ path }: CheckResult) => places.get(path.join('\0')) ?? keys.length;
	return results.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function problemOf(diagnostics: Diagnostic[]): Problem {
	const [first] = diagnostics;
	if (first === undefined) return { kind: 'crash', message: 'It does not compile.' };
	if (first.kind === 'syntax')
		return { kind: 'thrown', name: 'SyntaxError', message: first.message, place: first.place };
	const message = `There is no "${first.specifier}" to import.`;
	return { kind: 'thrown', name: 'ImportError', message, place: first.place };
}
