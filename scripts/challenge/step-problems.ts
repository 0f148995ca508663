import { hasVerdictPassed, LOST_TASK_OUTCOME, type Judge } from '#sandbox/judge/index.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import type { ChallengeJudging } from './judging.ts';
import {
	createProgramOnStepEntry,
	selectStepsWithChecks,
	checksOfFinishedProgram,
	authorPlaceOf,
	createStartingProgram,
	makeSolutionProgram
} from './programs.ts';
import { formatCallAsCode, fillPredictionCall, pickValueAt } from '#lib/domain/prediction-question.ts';
import { pickChallengeDataFiles, judgeInputOf } from '#lib/server/content/judge-input.ts';
import { describeProblemReason } from '../judge/describe-verdict.ts';
import { prepareCatchStepPrograms } from '#lib/server/content/catchable-mutants.ts';

/** Smallest number of wrong programs to catch; with fewer, one example may catch them all. */
const MIN_CATCHABLE_MUTANTS = 3;

export async function findCatchStepProblems(
	judge: Judge,
	read: ParsedChallenge,
	packed: PackedChallenge
): Promise<{ problems: ContentProblem[]; toCatch: number }> {
	const problems: ContentProblem[] = [];
	let mutantCount = 0;
	for (const [index, step] of packed.challenge.steps.entries()) {
		if (step.kind !== 'catch') continue;
		const { mutants } = await prepareCatchStepPrograms(packed, step, async (tried) => {
			const outcomes = await judge.tryExamples(tried);
			return outcomes === LOST_TASK_OUTCOME ? [] : outcomes;
		});
		mutantCount += mutants.length;
		if (mutants.length >= MIN_CATCHABLE_MUTANTS) continue;
		const functionNames = step.functions.map(({ name }) => name).join(', ');
		const message = `step "${step.id}" has ${mutants.length} wrong programs to catch, and at least ${MIN_CATCHABLE_MUTANTS} are asked for: write more mutants, and examples of ${functionNames} (in checks/ or private/checks/, as YAML) that tell them from the solution`;
		problems.push({ file: CHALLENGE_MANIFEST_FILE, line: read.lineOf(['steps', index]), message });
	}
	return { problems, toCatch: mutantCount };
}

/** Values of a range to try, each as a fraction of the way from the range's beginning to its end. */
const TRIED_RANGE_FRACTIONS = [0, 0.25, 0.5, 0.75, 0.999_999];

export async function findHandInQuestionProblems(
	judge: Judge,
	readChallenge: ParsedChallenge,
	packed: PackedChallenge
): Promise<ContentProblem[]> {
	const { challenge } = packed;
	const { ask } = challenge;
	if (ask === undefined) return [];
	const { authorFiles, limits } = judgeInputOf(packed);
	const dataFiles = pickChallengeDataFiles(authorFiles);
	const { files } = makeSolutionProgram(packed, challenge.languages[0] ?? 'fr');
	const problemAtHandInQuestion = (message: string) => [
		{ file: CHALLENGE_MANIFEST_FILE, line: readChallenge.lineOf(['ask']), message }
	];
	const answerTexts = new Set<string>();
	for (const fraction of TRIED_RANGE_FRACTIONS) {
		const drawnValues = Object.entries(ask.draw).map(([id, one]) => [id, pickValueAt(one, fraction)] as const);
		const call = fillPredictionCall(ask, Object.fromEntries(drawnValues));
		const outcome = await judge.callFunction({ files, authorFiles: dataFiles, limits, ...call });
		if (outcome === LOST_TASK_OUTCOME) return problemAtHandInQuestion(`the judge ended at ${formatCallAsCode(call)}`);
		if (outcome.kind === 'absent') return problemAtHandInQuestion(`the solution has no function "${ask.name}"`);
		if (outcome.kind === 'problem')
			return problemAtHandInQuestion(
				`the solution returns nothing for ${formatCallAsCode(call)}: ${describeProblemReason(outcome.problem)}`
			);
		answerTexts.add(outcome.text);
	}
	if (answerTexts.size > 1) return [];
	return problemAtHandInQuestion(
		`the solution returns ${[...answerTexts].join()} for every input: there is nothing to predict`
	);
}

export async function findStartProblems(
	judging: ChallengeJudging,
	read: ParsedChallenge,
	{ challenge }: PackedChallenge
): Promise<ContentProblem[]> {
	const stepProblems = challenge.languages.flatMap((language) =>
		selectStepsWithChecks(challenge).flatMap(async (step) => {
			const program = createProgramOnStepEntry(challenge, language, step);
			const verdict = await judging.judgeProgram(program, [step.checks], {});
			if (verdict.report.load !== undefined) {
				return judging.describeFailedChecks(`what step "${step.id}" begins with`, program, [step.checks], verdict);
			}
			if (!hasVerdictPassed(verdict)) return [];
			const place = authorPlaceOf({ file: 'main.ts', line: 1 }, program, read);
			return [{ ...place, message: `what step "${step.id}" begins with passes its checks: nothing is left to do` }];
		})
	);
	return (await Promise.all(stepProblems)).flat();
}

/** Checks that the start fails the held-back checks, because these must tell finished programs from unfinished ones. */
export async function findHeldBackCheckProblems(
	judging: ChallengeJudging,
	{ challenge, isExercise }: PackedChallenge
): Promise<ContentProblem[]> {
	const [last = 'checks/build.ts'] = checksOfFinishedProgram(challenge).slice(-1);
	if (judging.heldBackPaths.length === 0) {
		if (isExercise) return [];
		const message = 'is missing: checks that a student does not see tell a program from a list of answers';
		return [{ file: `private/${last}`, line: 1, message }];
	}
	const program = createStartingProgram(challenge, challenge.languages[0] ?? 'fr');
	if (!hasVerdictPassed(await judging.judgeProgram(program, judging.heldBackPaths, {}))) return [];
	return [{ file: `private/${last}`, line: 1, message: 'the start passes every check that is held back' }];
}

export async function findArrangeStepProblems(
	judging: ChallengeJudging,
	read: ParsedChallenge,
	{ challenge }: PackedChallenge
): Promise<ContentProblem[]> {
	const [language = 'fr'] = challenge.languages;
	const problems: ContentProblem[] = [];
	for (const [index, step] of challenge.steps.entries()) {
		if (step.kind !== 'arrange' || challenge.surroundings[step.checks] === undefined) continue;
		const entryProgram = createProgramOnStepEntry(challenge, language, step);
		const fileText = entryProgram.files[step.file] ?? '';
		const bodyPattern = new RegExp(`(function ${step.name}\\b.*\\{\n)[\\s\\S]*?(\n\\})`);
		const arrangedText = fileText.replace(
			bodyPattern,
			(_, head: string, end: string) => head + step.lines.join('\n') + end
		);
		const program = { ...entryProgram, files: { ...entryProgram.files, [step.file]: arrangedText } };
		const failures = judging.describeFailedChecks(
			'the right order',
			program,
			[step.checks],
			await judging.judgeProgram(program, [step.checks], {})
		);
		const line = read.lineOf(['steps', index, 'lines']);
		problems.push(...failures.map(({ message }) => ({ file: CHALLENGE_MANIFEST_FILE, line, message })));
	}
	return problems;
}
