/** Runs a challenge's scene with one of its programs, in the judge. */
import { compileInNode } from '#sandbox/compile/node/index.ts';
import { LOST_TASK_OUTCOME, type SceneCallResult, type Judge, type SceneCall } from '#sandbox/judge/index.ts';
import type { Bundle, Files } from '#sandbox/contract.ts';
import { gatherBundleSources } from '#lib/server/content/bundle.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { describeProblemForAuthor } from './author-reason.ts';
import { authorPlaceOf, type ChallengeProgram } from './programs.ts';

/** Milliseconds for a call, or for each look of a scene that plays. Only endless code takes longer, even on a busy machine. */
const CALL_TIME_LIMIT_MS = 3000;
/** Milliseconds for all calls together. */
const ALL_CALLS_TIME_LIMIT_MS = 300_000;
const MAX_MEMORY_MEGABYTES = 128;

export class JudgedScene {
	readonly #judge: Judge;
	readonly #bundle: Bundle;

	private constructor(judge: Judge, bundle: Bundle) {
		this.#judge = judge;
		this.#bundle = bundle;
	}

	/** Compiles the scene with a program. Returns undefined when that fails, which another check reports. */
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

/** Returns the problem of a failed call, with its place if that is known. */
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
