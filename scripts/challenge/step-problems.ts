/** Checks that every step gives a student something to do, and that it can be done. */
import { hasVerdictPassed } from '#sandbox/judge/index.ts';
import type { PackedChallenge, ParsedChallenge } from '#lib/server/content/pack.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import type { ContentProblem } from '#lib/server/content/content-problem.ts';
import type { ChallengeJudging } from './judging.ts';
import {
	createProgramOnStepEntry,
	selectStepsWithChecks,
	checksOfFinishedProgram,
	authorPlaceOf,
	createStartingProgram
} from './programs.ts';

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

/** Checks that the lines of each arrange step pass its checks when they are in order. */
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
