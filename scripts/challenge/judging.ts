import {
	type Judge,
	type JudgeLimits,
	type Verdict,
	LOST_TASK_OUTCOME,
	type SceneCallResult,
	type SceneCall
} from '#sandbox/judge/index.ts';
import type { CheckResult, Problem } from '#sandbox/report.ts';
import type { Files, Bundle } from '#sandbox/contract.ts';
import { describeProblemForAuthor } from '../judge/describe-verdict.ts';
import { judgeInputOf } from '#lib/server/content/judge-input.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { findCheckLine } from './programs.ts';
import { authorPlaceOf, type ChallengeProgram } from './programs.ts';
import { compileInNode } from '#sandbox/compile/node/index.ts';
import { gatherBundleSources } from '#lib/server/content/bundle.ts';

/** Milliseconds for a call, or for each look of a scene that plays. Only endless code takes longer, even on a busy machine. */
const CALL_TIME_LIMIT_MS = 3000;
const ALL_CALLS_TIME_LIMIT_MS = 300_000;
const MAX_MEMORY_MEGABYTES = 128;

export class JudgedScene {
	readonly #judge: Judge;
	readonly #bundle: Bundle;

	private constructor(judge: Judge, bundle: Bundle) {
		this.#judge = judge;
		this.#bundle = bundle;
	}

	/** Returns undefined when compiling fails, which another check reports. */
	static async compileWithProgram(
		judge: Judge,
		{ challenge }: PackedChallenge,
		program: Files
	): Promise<JudgedScene | undefined> {
		const compilation = await compileInNode({
			...gatherBundleSources(program, challenge.surroundings, []),
			tracesScene: true
		});
		return compilation.kind === 'bundle' ? new JudgedScene(judge, compilation.bundle) : undefined;
	}

	async runCalls(calls: SceneCall[], { stopsWhenFatal = false } = {}): Promise<SceneCallResult[]> {
		const mostLooks = Math.max(1, ...calls.map((call) => (call.kind === 'play' ? call.looks.length : 1)));
		const limits = {
			time: CALL_TIME_LIMIT_MS * mostLooks,
			total: ALL_CALLS_TIME_LIMIT_MS,
			memory: MAX_MEMORY_MEGABYTES
		};
		const outcome = await this.#judge.callScene({ bundle: this.#bundle, calls, limits, stopsWhenFatal });
		if (outcome !== LOST_TASK_OUTCOME) return outcome;
		return calls.map(() => ({ kind: 'problem', problem: { kind: 'crash', message: 'The judge ended twice.' } }));
	}
}

export function createSceneCallProblem(
	callResult: SceneCallResult | undefined,
	read: Pick<ParsedChallenge, 'files' | 'lineOrigins'>,
	program: ChallengeProgram,
	subject: string,
	line = 1
): ContentProblem {
	const problem = callResult?.kind === 'problem' ? callResult.problem : undefined;
	const place = problem && 'place' in problem ? problem.place : undefined;
	const reason = problem && describeProblemForAuthor(problem);
	return {
		...authorPlaceOf(place ?? { file: 'scene.ts', line }, program, read),
		message: `${subject}: ${reason ?? 'it gives nothing'}`
	};
}

const CHECKS_FOLDER = 'checks/';
const IMPORT_PATTERN = /\b(?:from|import)\s*\(?\s*(['"`])([^'"`]+)\1/g;

/** A verdict depends on no other file. May return too many, because an import counts for every check file of that name. */
export function selectFilesThatChecksNeed(files: Files, checks: readonly string[]): Files {
	const checkFolderPaths = Object.keys(files).filter((path) => path.startsWith(CHECKS_FOLDER));
	const neededPaths = new Set(Object.keys(files).filter((path) => !path.startsWith(CHECKS_FOLDER)));
	const pathsToRead = [...checks];
	for (let path = pathsToRead.pop(); path !== undefined; path = pathsToRead.pop()) {
		if (neededPaths.has(path)) continue;
		neededPaths.add(path);
		const importedNames = [...(files[path] ?? '').matchAll(IMPORT_PATTERN)].map(([, , specifier = '']) =>
			fileNameWithoutEnding(specifier)
		);
		pathsToRead.push(...checkFolderPaths.filter((other) => importedNames.includes(fileNameWithoutEnding(other))));
	}
	return Object.fromEntries(Object.entries(files).filter(([path]) => neededPaths.has(path)));
}

function fileNameWithoutEnding(path: string): string {
	return (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
}

export class ChallengeJudging {
	readonly authorFiles: Files;
	readonly heldBackPaths: string[];
	readonly #limits: Partial<JudgeLimits>;
	readonly #judge: Judge;
	readonly #content: ParsedChallenge;

	constructor(judge: Judge, content: ParsedChallenge, packed: PackedChallenge) {
		const { authorFiles, heldBackChecks, limits } = judgeInputOf(packed);
		this.authorFiles = authorFiles;
		this.heldBackPaths = heldBackChecks.map(({ path }) => path);
		this.#limits = limits;
		this.#judge = judge;
		this.#content = content;
	}

	/** Held-back checks run like all others, because the author may see everything. */
	judgeProgram({ files }: ChallengeProgram, checks: string[], limits: Partial<JudgeLimits>): Promise<Verdict> {
		const authorFiles = selectFilesThatChecksNeed(this.authorFiles, checks);
		return this.#judge.judge({ files, authorFiles, checks, limits: { ...this.#limits, ...limits } });
	}

	describeFailedChecks(
		who: string,
		program: ChallengeProgram,
		checks: string[],
		{ report, broke }: Verdict
	): ContentProblem[] {
		if (report.load !== undefined) {
			const fallbackPath = broke === 'checks' ? (checks[0] ?? '') : 'main.ts';
			return [this.#createContentProblem(program, report.load, fallbackPath, 1, `${who} does not load`)];
		}
		if (report.results.length === 0 && checks[0] !== undefined) {
			return [{ ...authorPlaceOf({ file: checks[0], line: 1 }, program, this.#content), message: 'there is no check' }];
		}
		return report.results
			.filter(({ status }) => status !== 'pass')
			.map((result) => this.#createFailureProblem(who, program, checks, result));
	}

	#createFailureProblem(
		who: string,
		program: ChallengeProgram,
		checks: string[],
		{ path, problem }: CheckResult
	): ContentProblem {
		const { file, line } = this.findCheckPlace(program, checks, path);
		const message = `${who} fails "${removeCheckRepeatNumber(path)}"`;
		if (problem === undefined) return { ...authorPlaceOf({ file, line }, program, this.#content), message };
		return this.#createContentProblem(program, problem, file, line, message);
	}

	findCheckPlace(program: ChallengeProgram, checks: string[], path: string[]): { file: string; line: number } {
		for (const file of checks) {
			const line = findCheckLine(this.authorFiles[file] ?? '', removeCheckRepeatNumber(path));
			if (line !== undefined) return { file, line };
		}
		return { file: checks[0] ?? '', line: 1 };
	}

	#createContentProblem(
		program: ChallengeProgram,
		problem: Problem,
		file: string,
		line: number,
		message: string
	): ContentProblem {
		const place = 'place' in problem ? problem.place : undefined;
		return {
			...authorPlaceOf(place ?? { file, line }, program, this.#content),
			message: `${message}: ${describeProblemForAuthor(problem)}`
		};
	}
}

export function removeCheckRepeatNumber(path: string[]): string {
	return (path.at(-1) ?? '').replace(/ \(\d+\)$/, '');
}
