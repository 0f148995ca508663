/** Advises an author on checks: which wrong programs, made from the solution, no check notices. */
import { availableParallelism } from 'node:os';
import { runCached } from '#sandbox/result-cache.ts';
import { hasVerdictPassed, type JudgeLimits } from '#sandbox/judge/index.ts';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { AutomaticMutant } from '#lib/server/content/automatic-mutants.ts';
import { listChangeableSolutionFiles } from '#lib/server/content/pack-catch-step.ts';
import { SOLUTION_FOLDER } from '#lib/server/content/mutants.ts';
import type { PackedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import type { ChallengeJudging } from './judging.ts';
import {
	selectStepsWithChecks,
	checksOfFinishedProgram,
	makeSolutionProgram,
	type ChallengeProgram
} from './programs.ts';
import type { SolutionCheckResult } from './check-solution.ts';

const MAX_JUDGED_MUTANTS = 60;
/** A wrong program that takes this many times longer than the solution counts as noticed, because it may never end. */
const MUTANT_TIME_FACTOR = 4;
/** Lowest time limits in milliseconds, used for a solution that takes almost no time. */
const MIN_TIME_LIMITS_MILLISECONDS = { time: 100, total: 300 };

export interface AdviceOnChecks {
	/**
	 * Wrong programs that no check notices. They do not count as problems of the challenge, because some may behave like the
	 * solution.
	 */
	unnoticed: ContentProblem[];
	tried: number;
	made: number;
}

interface MutantInFile extends AutomaticMutant {
	file: string;
}

/** Judges the mutants by all checks, including the held-back ones. Begins to judge no further mutant after `mostMilliseconds`. */
export async function adviseOnChecks(
	judging: ChallengeJudging,
	packed: PackedChallenge,
	{ slowestMilliseconds, totalMilliseconds }: Pick<SolutionCheckResult, 'slowestMilliseconds' | 'totalMilliseconds'>,
	mostMilliseconds: number
): Promise<AdviceOnChecks> {
	const { challenge } = packed;
	const solution = makeSolutionProgram(packed, challenge.languages[0] ?? 'fr');
	const checkFiles = sortCheckFilesByPower(challenge, judging);
	const limits = {
		time: Math.max(MIN_TIME_LIMITS_MILLISECONDS.time, Math.ceil(slowestMilliseconds * MUTANT_TIME_FACTOR)),
		total: Math.max(MIN_TIME_LIMITS_MILLISECONDS.total, Math.ceil(totalMilliseconds * MUTANT_TIME_FACTOR))
	};
	const mutants = await makeSolutionMutants(packed);
	const unnoticed: ContentProblem[] = [];
	const endTime = performance.now() + mostMilliseconds;
	let triedCount = 0;
	while (triedCount < mutants.length && performance.now() < endTime) {
		const mutantBatch = mutants.slice(triedCount, triedCount + availableParallelism());
		const judgedMutants = await Promise.all(
			mutantBatch.map(async (mutant) => {
				const mutantProgram = { ...solution, files: { ...solution.files, [mutant.file]: mutant.text } };
				return { mutant, isNoticed: await doChecksNoticeMutant(judging, mutantProgram, checkFiles, limits) };
			})
		);
		for (const { mutant, isNoticed: isMutantNoticed } of judgedMutants)
			if (!isMutantNoticed) unnoticed.push(describeUnnoticedMutant(mutant));
		triedCount += mutantBatch.length;
	}
	return { unnoticed, tried: triedCount, made: mutants.length };
}

/**
 * Returns the check files, those that notice most mistakes first: those of the finished program, then held-back ones, then all
 * others.
 */
function sortCheckFilesByPower(challenge: Challenge, { heldBackPaths }: ChallengeJudging): string[] {
	const allCheckFiles = selectStepsWithChecks(challenge).map(({ checks }) => checks);
	return [...new Set([...checksOfFinishedProgram(challenge), ...heldBackPaths, ...allCheckFiles])];
}

/**
 * Returns whether a check notices the mutant. Runs each check file separately, so that remembered verdicts on unchanged check
 * files stay valid.
 */
async function doChecksNoticeMutant(
	judging: ChallengeJudging,
	mutantProgram: ChallengeProgram,
	checkFiles: string[],
	limits: Partial<JudgeLimits>
): Promise<boolean> {
	for (const file of checkFiles)
		if (!hasVerdictPassed(await judging.judgeProgram(mutantProgram, [file], limits))) return true;
	return false;
}

/** Returns the solution's automatic mutants. Loads the parser only for a solution whose mutants are not cached. */
async function makeSolutionMutants({ challenge, privatePart: hidden }: PackedChallenge): Promise<MutantInFile[]> {
	const startingFiles = { readOnly: challenge.readOnly, start: challenge.start[challenge.languages[0] ?? 'fr'] };
	const mutantsPerFile = await Promise.all(
		listChangeableSolutionFiles(hidden.solution, startingFiles).map(async ({ file, text, given }) => {
			const makeFileMutants = async () =>
				(await import('#lib/server/content/automatic-mutants.ts')).makeAutomaticMutants(text, given);
			const mutants = await runCached('mutants', [text, given], makeFileMutants);
			return mutants.map((mutant) => ({ ...mutant, file }));
		})
	);
	return mutantsPerFile.flat().slice(0, MAX_JUDGED_MUTANTS);
}

function describeUnnoticedMutant({ file, line, description, advice }: MutantInFile): ContentProblem {
	return { file: SOLUTION_FOLDER + file, line, message: `${description} is noticed by no check: ${advice}` };
}
