/** Explains what is wrong with one file: habits first, then TypeScript's errors, each sentence once. */
import type { Line } from './diagnostics.ts';
import type { Explanation, FileProblem } from './explanation.ts';
import { findHabits, type Reported } from './habits/find.ts';
import type { HabitTexts } from './habits/habit.ts';
import type { ImportSources } from './habits/import-sources.ts';
import { explainHabit } from './habits/explain-habit.ts';
import { ownWords } from './own-words.ts';

interface Words {
	habits: HabitTexts;
	diagnostic(code: number, message: string, line: Line): Explanation | undefined;
}

export function explainFile(
	text: string,
	reported: readonly Reported[],
	importSources: ImportSources,
	{ habits, diagnostic }: Words
): FileProblem[] {
	const { found, left } = findHabits(text, reported, importSources);
	const unread: Explanation = { mistake: 'notUnderstood', meaning: habits.notUnderstood, advice: null };
	const problems: FileProblem[] = [
		...found.map((each) => ({
			plain: explainHabit(each, habits),
			start: each.start,
			length: each.length,
			code: each.reported?.code ?? null,
			own: each.reported ? ownWords(each.reported.message) : null
		})),
		...left.map(({ code, start, length, message }) => ({
			plain: diagnostic(code, message, lineAround(text, start)) ?? unread,
			start,
			length,
			code,
			own: ownWords(message)
		}))
	].sort((one, other) => one.start - other.start);
	const bySentence = new Map<string, FileProblem>();
	for (const problem of problems) {
		const sentence = `${problem.plain.meaning}\n${problem.plain.advice}`;
		if (!bySentence.has(sentence)) bySentence.set(sentence, problem);
	}
	return [...bySentence.values()];
}

function lineAround(text: string, at: number): Line {
	const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
	const end = text.indexOf('\n', at);
	return { before: text.slice(start, at), after: text.slice(at, end < 0 ? text.length : end) };
}
