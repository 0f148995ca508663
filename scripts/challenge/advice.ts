/** Advises an author on checks: which wrong programs, made from the solution, no check notices. */
import { availableParallelism } from 'node:os';
import { runCached } from '#sandbox/result-cache.ts';
import { hasPassedAll, type JudgeLimits } from '#sandbox/judge/index.ts';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { AutomaticMutant } from '#lib/server/content/automatic-mutants.ts';
import { changeableFiles } from '#lib/server/content/pack-catch-step.ts';
import { SOLUTION_FOLDER } from '#lib/server/content/mutants.ts';
import type { PackedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/problem.ts';
import type { ChallengeJudging } from './judging.ts';
import { selectStepsWithChecks, checksOfFinishedProgram, solutionProgram, type ChallengeProgram } from './programs.ts';
import type { SolutionResult } from './solution.ts';

const MOST_MUTANTS = 60;
/** A wrong program that takes this many times longer than the solution counts as noticed, because it may never end. */
const PATIENCE_FACTOR = 4;
/** Lowest time limits in milliseconds, used for a solution that takes almost no time. */
const LEAST = { time: 100, total: 300 };

export interface Advice {
	/**
	 * The wrong programs that no check notices. They are no fault of the challenge, because some may do the same as the solution.
	 */
	unnoticed: ContentProblem[];
	tried: number;
	made: number;
}

interface MutantInFile extends AutomaticMutant {
	file: string;
}

/** Judges the mutants by all checks, including the held-back ones. After so many milliseconds, begins no further mutant. */
export async function adviseOnChecks(
	judging: ChallengeJudging,
	packed: PackedChallenge,
	{ slowest, total }: Pick<SolutionResult, 'slowest' | 'total'>,
	mostMilliseconds: number
): Promise<Advice> {
	const { challenge } = packed;
	const solution = solutionProgram(packed, challenge.languages[0] ?? 'fr');
	const checks = checkFilesByPower(challenge, judging);
	const limits = {
		time: Math.max(LEAST.time, Math.ceil(slowest * PATIENCE_FACTOR)),
		total: Math.max(LEAST.total, Math.ceil(total * PATIENCE_FACTOR))
	};
	const mutants = await mutantsOf(packed);
	const unnoticed: ContentProblem[] = [];
	const end = performance.now() + mostMilliseconds;
	let triedCount = 0;
	while (triedCount < mutants.length && performance.now() < end) {
		const together = mutants.slice(triedCount, triedCount + availableParallelism());
		const judgedMutants = await Promise.all(
			together.map(async (mutant) => {
				const program = { ...solution, files: { ...solution.files, [mutant.file]: mutant.text } };
				return { mutant, isNoticed: await isNoticed(judging, program, checks, limits) };
			})
		);
		for (const { mutant, isNoticed } of judgedMutants) if (!isNoticed) unnoticed.push(placedAdvice(mutant));
		triedCount += together.length;
	}
	return { unnoticed, tried: triedCount, made: mutants.length };
}

/** Returns the check files in the order of how much they notice: first those of the whole program, then the held-back ones. */
function checkFilesByPower(challenge: Challenge, { heldBackPaths }: ChallengeJudging): string[] {
	const all = selectStepsWithChecks(challenge).map(({ checks }) => checks);
	return [...new Set([...checksOfFinishedProgram(challenge), ...heldBackPaths, ...all])];
}

/**
 * Returns whether a check notices the mutant. Each check file is judged separately, so that only a changed file has to be judged
 * again.
 */
async function isNoticed(
	judging: ChallengeJudging,
	program: ChallengeProgram,
	checks: string[],
	limits: Partial<JudgeLimits>
): Promise<boolean> {
	for (const file of checks) if (!hasPassedAll(await judging.judgeProgram(program, [file], limits))) return true;
	return false;
}

/** Returns the solution's mutants. The parser is loaded only for a solution that it has not read before. */
async function mutantsOf({ challenge, private: hidden }: PackedChallenge): Promise<MutantInFile[]> {
	const startingFiles = { readOnly: challenge.readOnly, start: challenge.start[challenge.languages[0] ?? 'fr'] };
	const mutantsPerFile = await Promise.all(
		changeableFiles(hidden.solution, startingFiles).map(async ({ file, text, given }) => {
			const make = async () =>
				(await import('#lib/server/content/automatic-mutants.ts')).makeAutomaticMutants(text, given);
			const mutants = await runCached('mutants', [text, given], make);
			return mutants.map((mutant) => ({ ...mutant, file }));
		})
	);
	return mutantsPerFile.flat().slice(0, MOST_MUTANTS);
}

function placedAdvice({ file, line, what, advice }: MutantInFile): ContentProblem {
	return { file: SOLUTION_FOLDER + file, line, message: `${what} is noticed by no check: ${advice}` };
}
