/** Checks that visible checks catch every mutant, which is a program with one mistake. */
import { MUTANTS_FILE } from '#lib/server/content/mutants.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import { removeCheckRepeatNumber, type ChallengeJudging } from './judging.ts';
import { findFirstDifferentLine } from './source-lines.ts';
import { checksOfFinishedProgram, makeMutantPrograms, authorPlaceOf, makeSolutionProgram } from './programs.ts';

/** Smallest number of mutants. With fewer, the author has not thought of all likely mistakes. */
const MIN_MUTANT_COUNT = 4;
/** Name prefix of mutants that are meant to throw or hang. */
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
	// Mutants that could not be read have been reported already.
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
