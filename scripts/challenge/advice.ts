import { availableParallelism } from 'node:os';
import { runCached } from '#sandbox/result-cache.ts';
import { hasVerdictPassed, type JudgeLimits } from '#sandbox/judge/index.ts';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { AutomaticMutant } from '#lib/server/content/automatic-mutants.ts';
import { listChangeableSolutionFiles } from '#lib/server/content/pack-catch-step.ts';
import { SOLUTION_FOLDER, MUTANTS_FILE } from '#lib/server/content/mutants.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { type ChallengeJudging, removeCheckRepeatNumber } from './judging.ts';
import {
	selectStepsWithChecks,
	checksOfFinishedProgram,
	makeSolutionProgram,
	type ChallengeProgram,
	findFirstDifferentLine,
	makeMutantPrograms,
	authorPlaceOf
} from './programs.ts';
import type { SolutionCheckResult } from './check-solution.ts';

/** Smallest number of mutants. With fewer, the author has not thought of all likely mistakes. */
const MIN_MUTANT_COUNT = 4;
const BREAKING_MUTANT_PREFIX = 'breaks-';

export interface CatchResult {
	problems: ContentProblem[];
	catchersByMutant: Record<string, string[]>;
}

export async function catchMutants(
	judging: ChallengeJudging,
	read: ParsedChallenge,
	packed: PackedChallenge
): Promise<CatchResult> {
	const checks = checksOfFinishedProgram(packed.challenge);
	const solution = makeSolutionProgram(packed, packed.challenge.languages[0] ?? 'fr');
	const catchResult: CatchResult = { problems: [], catchersByMutant: {} };
	const allMutants = makeMutantPrograms(read, packed);
	if (
		allMutants.length < MIN_MUTANT_COUNT &&
		!packed.isExercise &&
		!read.problems.some(({ file }) => file === MUTANTS_FILE)
	) {
		const message = `there are ${allMutants.length} mutants, and at least ${MIN_MUTANT_COUNT} likely mistakes are asked for`;
		catchResult.problems.push({ file: MUTANTS_FILE, line: 1, message });
	}
	const judgedMutants = await Promise.all(
		allMutants.map(async ({ name, program }) => ({
			name,
			program,
			verdict: await judging.judgeProgram(program, checks, {})
		}))
	);
	for (const { name, program, verdict } of judgedMutants) {
		const { report } = verdict;
		const path =
			Object.keys(packed.privatePart.mutants[name] ?? {}).find(
				(file) => program.files[file] !== solution.files[file]
			) ?? 'main.ts';
		const line = findFirstDifferentLine(program.files[path] ?? '', solution.files[path] ?? '');
		const reportProblem = (message: string) =>
			catchResult.problems.push({ ...authorPlaceOf({ file: path, line }, program, read), message });
		const failedResults = report.results.filter(({ status }) => status === 'fail');
		const erroredResults = report.results.filter(({ status }) => status === 'error');
		const isMeantToBreak = name.startsWith(BREAKING_MUTANT_PREFIX);
		catchResult.catchersByMutant[name] = [
			...new Set(
				(isMeantToBreak ? [...failedResults, ...erroredResults] : failedResults).map(({ path }) =>
					removeCheckRepeatNumber(path)
				)
			)
		];
		if (report.load !== undefined) {
			if (!isMeantToBreak)
				catchResult.problems.push(...judging.describeFailedChecks(`the mutant "${name}"`, program, checks, verdict));
		} else if (failedResults.length === 0 && erroredResults.length > 0) {
			if (!isMeantToBreak)
				reportProblem(
					`the mutant "${name}" breaks and fails no check; call it "${BREAKING_MUTANT_PREFIX}${name}" if that is meant`
				);
		} else if (failedResults.length === 0) reportProblem(`no check catches the mutant "${name}"`);
		else if (failedResults.length === report.results.length && failedResults.length > 1) {
			reportProblem(`every check fails for the mutant "${name}": none tells it from an empty program`);
		}
	}
	return catchResult;
}

const MAX_JUDGED_MUTANTS = 60;
/** A wrong program that takes this many times longer than the solution counts as noticed, because it may never end. */
const MUTANT_TIME_FACTOR = 4;
const MIN_TIME_LIMITS_MILLISECONDS = { time: 100, total: 300 };

export interface AdviceOnChecks {
	/** No problems of the challenge, because some may behave like the solution. */
	unnoticed: ContentProblem[];
	tried: number;
	made: number;
}

interface MutantInFile extends AutomaticMutant {
	file: string;
}

/** Begins to judge no further mutant after `mostMilliseconds`. */
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

function sortCheckFilesByPower(challenge: Challenge, { heldBackPaths }: ChallengeJudging): string[] {
	const allCheckFiles = selectStepsWithChecks(challenge).map(({ checks }) => checks);
	return [...new Set([...checksOfFinishedProgram(challenge), ...heldBackPaths, ...allCheckFiles])];
}

/** Runs each check file separately, so that remembered verdicts on unchanged check files stay valid. */
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

/** Loads the parser only for a solution whose mutants are not cached. */
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
