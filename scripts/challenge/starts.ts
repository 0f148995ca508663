/** Checks that every step has something to do and that it can be done. */
import { hasPassedAll } from '#sandbox/judge/index.ts';
import type { Packed, ReadChallenge } from '#lib/server/content/pack.ts';
import { MANIFEST } from '#lib/server/content/manifest.ts';
import type { ContentProblem } from '#lib/server/content/problem.ts';
import type { Judging } from './judging.ts';
import { filesOnEntry, checkedSteps, finalChecks, placeOf, start } from './programs.ts';

export async function startProblems(
	judging: Judging,
	read: ReadChallenge,
	{ challenge }: Packed
): Promise<ContentProblem[]> {
	const asked = challenge.languages.flatMap((language) =>
		checkedSteps(challenge).flatMap(async (step) => {
			const program = filesOnEntry(challenge, language, step);
			const verdict = await judging.judge(program, [step.checks], {});
			if (verdict.report.load !== undefined) {
				return judging.failures(`what step "${step.id}" begins with`, program, [step.checks], verdict);
			}
			if (!hasPassedAll(verdict)) return [];
			const file = placeOf('main.ts', program, read);
			return [
				{ file, line: 1, message: `what step "${step.id}" begins with passes its checks: nothing is left to do` }
			];
		})
	);
	return (await Promise.all(asked)).flat();
}

/** Checks that held-back checks fail for the start, so that they tell unfinished programs apart. */
export async function heldProblems(judging: Judging, { challenge }: Packed): Promise<ContentProblem[]> {
	const [last = 'checks/build.ts'] = finalChecks(challenge).slice(-1);
	if (judging.held.length === 0) {
		const message = 'is missing: checks that a student does not see tell a program from a list of answers';
		return [{ file: `private/${last}`, line: 1, message }];
	}
	const program = start(challenge, challenge.languages[0] ?? 'fr');
	if (!hasPassedAll(await judging.judge(program, judging.held, {}))) return [];
	return [{ file: `private/${last}`, line: 1, message: 'the start passes every check that is held back' }];
}

/** Checks that the lines of an arrangement, in their order, pass. */
export async function arrangeProblems(
	judging: Judging,
	read: ReadChallenge,
	{ challenge }: Packed
): Promise<ContentProblem[]> {
	const [language = 'fr'] = challenge.languages;
	const problems: ContentProblem[] = [];
	for (const [index, step] of challenge.steps.entries()) {
		if (step.kind !== 'arrange') continue;
		const begun = filesOnEntry(challenge, language, step);
		const text = begun.files[step.file] ?? '';
		const body = new RegExp(`(function ${step.name}\\b.*\\{\n)[\\s\\S]*?(\n\\})`);
		const arranged = text.replace(body, (_, head: string, end: string) => head + step.lines.join('\n') + end);
		const program = { ...begun, files: { ...begun.files, [step.file]: arranged } };
		const failed = judging.failures(
			'the right order',
			program,
			[step.checks],
			await judging.judge(program, [step.checks], {})
		);
		const line = read.lineOf(['steps', index, 'lines']);
		problems.push(...failed.map(({ message }) => ({ file: MANIFEST, line, message })));
	}
	return problems;
}
