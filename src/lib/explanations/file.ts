/** Explains what is wrong with one file: habits first, then TypeScript's errors, each sentence once. */
import type { Line } from './diagnostics.ts';
import type { Explanation, FileProblem } from './explanation.ts';
import { findHabits, type Reported } from './habits/find.ts';
import type { HabitTexts } from './habits/habit.ts';
import type { Offered } from './habits/offered.ts';
import { sentenceOf } from './habits/sentence.ts';
import { ownWords } from './own-words.ts';

interface Words {
	habits: HabitTexts;
	diagnostic(code: number, message: string, line: Line): Explanation | undefined;
}

export function explainFile(
	text: string,
	reported: readonly Reported[],
	offered: Offered,
	{ habits, diagnostic }: Words
): FileProblem[] {
	const { found, left } = findHabits(text, reported, offered);
	const unread: Explanation = { mistake: 'notUnderstood', means: habits.notUnderstood, look: null };
	const problems: FileProblem[] = [
		...found.map((each) => ({
			plain: sentenceOf(each, habits),
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
	return problems.filter(
		({ plain }, at) =>
			problems.findIndex((each) => each.plain.means === plain.means && each.plain.look === plain.look) === at
	);
}

function lineAround(text: string, at: number): Line {
	return { before: text.slice(0, at).split('\n').at(-1) ?? '', after: text.slice(at).split('\n', 1)[0] ?? '' };
}
