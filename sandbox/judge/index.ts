/** The server's entry point, which judges untrusted programs by untrusted checks; Node only, independent of the app. */
import { availableParallelism } from 'node:os';
import type { Files } from '../contract.ts';
import {
	pathKey,
	REPORT_FORMAT,
	VERDICT_FORMAT,
	type CheckResult,
	type Limits,
	type Report,
	type Returned,
	type Verdict
} from '../report.ts';
import { CALL_FILE, callText, returnedIn } from './call.ts';
import { disclose, type Disclosure } from './disclose.ts';
import { COMPILER, ENGINE } from './engine-version.ts';
import { hashOf } from './hash.ts';
import { limitsFrom } from './limits.ts';
import type { TaskOutcome } from './plan.ts';
import { parts } from './parts.ts';
import { JudgeProcess, LOST } from './process.ts';
import { sceneTask, type Called, type SceneCalls } from './scene/calls.ts';
import { studentFiles } from './student-files.ts';

export { ENGINE } from './engine-version.ts';
export { hashOf } from './hash.ts';
export { limitsFrom } from './limits.ts';
export { LOST } from './process.ts';
export { passedAll } from '../report.ts';
export { DISCLOSURES, type Disclosure } from './disclose.ts';
export type { Called, SceneCall } from './scene/calls.ts';
export type { Fault, Look, Played, Playing } from './scene/play-report.ts';
export type { Limits, Returned, Verdict } from '../report.ts';

export interface JudgeInput {
	files: Files;
	program?: string;
	/** The author's data, check files and their imports. They replace student files of the same path, so that none is hidden. */
	around: Files;
	/** Paths in `around` of the check files that students see. */
	checks: string[];
	/** Held-back check files, and what the verdict reveals of each. */
	held?: { path: string; disclosure?: Disclosure }[];
	/** Titles above the checks of a file, by its path, so that two files may use the same name. */
	under?: Record<string, string[]>;
	challenge?: { id: string; version: string; hash: string };
	limits?: Partial<Limits>;
	seed?: number;
}

export interface CallInput extends Pick<JudgeInput, 'files' | 'program' | 'around' | 'limits' | 'seed'> {
	name: string;
	args: readonly unknown[];
}

export interface Judge {
	/**
	 * Judges a program. Never rejects because of the program or checks: when the process ended twice, the verdict says that the
	 * program crashed.
	 */
	judge(input: JudgeInput): Promise<Verdict>;
	/** Like `judge`, but returns `LOST` when the process ended twice, for callers that can find out which task was at fault. */
	attempt(input: JudgeInput): Promise<Verdict | typeof LOST>;
	call(input: CallInput): Promise<Returned | typeof LOST>;
	callScene(input: SceneCalls): Promise<Called[] | typeof LOST>;
	/** Returns false when the process exists and does not answer within so many milliseconds. */
	isWell(milliseconds: number): Promise<boolean>;
	close(): Promise<void>;
}

type AsVerdict = (outcome: TaskOutcome) => Verdict;

const SEED = 1;
const CRASHED: TaskOutcome = {
	results: [],
	planned: [],
	load: { problem: { kind: 'crash', message: 'The judge ended twice.' }, side: 'program' },
	duration: 0
};

export function createJudge({ seats = availableParallelism() }: { seats?: number } = {}): Judge {
	const process = new JudgeProcess(seats);

	function perform(
		input: Omit<JudgeInput, 'held' | 'challenge'>,
		checks: string[],
		limits: Limits
	): Promise<TaskOutcome | typeof LOST> {
		return process.perform({
			sources: {
				files: { ...studentFiles(input.files, input.around), ...input.around },
				program: input.program ?? 'main.ts',
				checks
			},
			files: checks.map((path) => ({ path, under: input.under?.[path] ?? [] })),
			limits,
			seed: input.seed ?? SEED
		});
	}

	async function runChecks(input: JudgeInput): Promise<{ outcome: TaskOutcome | typeof LOST; asVerdict: AsVerdict }> {
		const start = performance.now();
		const held = new Map(input.held?.map(({ path, disclosure }) => [path, disclosure ?? 'example']));
		const limits = limitsFrom(input.limits);
		return {
			outcome: await perform(input, [...input.checks, ...held.keys()], limits),
			asVerdict: (outcome) => ({
				format: VERDICT_FORMAT,
				...reportFrom(outcome, held, performance.now() - start),
				program: hashOf(input.files),
				checks: hashOf(input.around),
				...(input.challenge && { challenge: input.challenge }),
				engine: ENGINE,
				compiler: COMPILER,
				limits,
				seed: input.seed ?? SEED,
				judgedAt: new Date().toISOString()
			})
		};
	}

	return {
		async judge(input) {
			const { outcome, asVerdict } = await runChecks(input);
			return asVerdict(outcome === LOST ? CRASHED : outcome);
		},
		async attempt(input) {
			const { outcome, asVerdict } = await runChecks(input);
			return outcome === LOST ? LOST : asVerdict(outcome);
		},
		async call({ name, args, ...input }) {
			const around = { ...input.around, [CALL_FILE]: callText(input.program ?? 'main.ts', name, args) };
			const outcome = await perform({ ...input, around, checks: [] }, [CALL_FILE], limitsFrom(input.limits));
			return outcome === LOST ? LOST : returnedIn(outcome);
		},
		async callScene(input) {
			const { scene } = await parts();
			const { task, read } = sceneTask(scene, input, limitsFrom(input.limits), input.seed ?? SEED);
			const outcome = await process.perform(task);
			return outcome === LOST ? LOST : read(outcome);
		},
		isWell: (milliseconds) => process.isWell(milliseconds),
		close: () => process.close()
	};
}

function reportFrom(
	{ results, planned, load }: TaskOutcome,
	held: Map<string, Disclosure>,
	duration: number
): Pick<Verdict, 'report' | 'held' | 'broke'> {
	const files = new Map<string, string>();
	for (const { file, paths } of planned) for (const path of paths) files.set(pathKey(path), file);
	const shown: CheckResult[] = [];
	const counts = { passed: 0, total: 0 };
	for (const result of inOrder(results, [...files.keys()])) {
		const disclosure = held.get(files.get(pathKey(result.path)) ?? '');
		if (disclosure !== undefined) {
			counts.total += 1;
			if (result.status === 'pass') counts.passed += 1;
		}
		const said = disclosure === undefined ? result : disclose(result, disclosure);
		if (said !== undefined) shown.push(said);
	}
	const report: Report = { format: REPORT_FORMAT, results: shown, ...(load && { load: load.problem }), duration };
	return { report, held: counts, ...(load && { broke: load.side }) };
}

/** Sorts results in the order of the plan, whichever attempt they came from. */
function inOrder(results: CheckResult[], keys: string[]): CheckResult[] {
	const places = new Map(keys.map((key, index) => [key, index]));
	const placeOf = ({ path }: CheckResult) => places.get(pathKey(path)) ?? keys.length;
	return results.toSorted((one, other) => placeOf(one) - placeOf(other));
}
