import type { ErrorLine } from './diagnostics.ts';
import type { Explanation, FileProblem, HabitTexts, Habit } from './explanation.ts';
import { findHabits } from './habits/find-habits.ts';
import type { TypeScriptError } from './habits/habit-rule.ts';
import type { FileContext } from './habits/file-context.ts';

export function explainHabit({ habit, names }: { habit: Habit; names: string[] }, texts: HabitTexts): Explanation {
	const meaning = texts[habit].replace(/\{(\d)\}/g, (_, at: string) => names[Number(at)] ?? '…');
	const [name = '', module = ''] = names;
	return { mistake: habit, meaning, advice: null, ...(habit === 'importGone' && { missingImport: { name, module } }) };
}

/**
 * Matches sentences to leave out: advice about packages and settings that students do not have, and French with *vous*, such as
 * “Mettez …”.
 */
const PROGRAMMERS_ADVICE_PATTERN =
	/\b(?:npm|tsconfig|compiler option|option du compilateur|type definitions|définitions de type)\b|\b(?:vous|votre|vos)\b|(?<!\p{L})(?!(?:assez|chez)\b)\p{L}+ez\b/iu;

interface ExplanationSources {
	habits: HabitTexts;
	explainDiagnostic(code: number, message: string, line: ErrorLine): Explanation | undefined;
}

export function explainFileProblems(
	text: string,
	reportedErrors: readonly TypeScriptError[],
	fileContext: FileContext,
	{ habits, explainDiagnostic }: ExplanationSources
): FileProblem[] {
	const { foundHabits, unexplainedErrors } = findHabits(text, reportedErrors, fileContext);
	const notUnderstood: Explanation = { mistake: 'notUnderstood', meaning: habits.notUnderstood, advice: null };
	const problems: FileProblem[] = [
		...foundHabits.map((each) => ({
			explanation: explainHabit(each, habits),
			start: each.start,
			length: each.length,
			code: each.reportedError?.code ?? null,
			originalMessage: each.reportedError ? removeProgrammersAdvice(each.reportedError.message) : null
		})),
		...unexplainedErrors.map(({ code, start, length, message }) => ({
			explanation: explainDiagnostic(code, message, splitErrorLine(text, start)) ?? notUnderstood,
			start,
			length,
			code,
			originalMessage: removeProgrammersAdvice(message)
		}))
	].sort(compareProblemStarts);
	const problemBySentence = new Map<string, FileProblem>();
	for (const problem of problems) {
		const sentence = `${problem.explanation.meaning}\n${problem.explanation.advice}`;
		// When a name is declared twice, TypeScript underlines both places, and the second one is at fault.
		if (!problemBySentence.has(sentence) || problem.explanation.mistake === 'twice')
			problemBySentence.set(sentence, problem);
	}
	return [...problemBySentence.values()].sort(compareProblemStarts);
}

const compareProblemStarts = (one: FileProblem, other: FileProblem) => one.start - other.start;

function splitErrorLine(text: string, at: number): ErrorLine {
	const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
	const end = text.indexOf('\n', at);
	return { before: text.slice(start, at), after: text.slice(at, end < 0 ? text.length : end) };
}

/** Returns the sentences of TypeScript's message that say what is wrong; null where none does. */
function removeProgrammersAdvice(message: string): string | null {
	const lines = message.split('\n').map((line) =>
		line
			.split(/(?<=[.?!])\s+(?=\p{Lu})/u)
			.filter((sentence) => !PROGRAMMERS_ADVICE_PATTERN.test(sentence))
			.join(' ')
	);
	return lines.filter((line) => line.trim() !== '').join('\n') || null;
}
