/** The one door by which a scene calls a student's function; what was asked and answered is kept. */

/** What a function returned, which may be anything at all. */
export interface Answer {
	/** As short text. */
	shown: string;
	/** The number that it returned; null for anything else, NaN and infinity too. */
	number: number | null;
	/** It is missing, it threw an error, or returned no number. */
	odd: boolean;
}

export type Verdict = 'right' | 'wrong' | 'odd';

export interface Asked {
	name: string;
	args: readonly unknown[];
	answer: Answer;
}

const MOST_CHARACTERS = 14;

const kept = new WeakMap<object, Map<string, Asked>>();
/** By answer: what the function returned, to compare it with a text or a truth value. */
const values = new WeakMap<Answer, unknown>();

/** Calls a function of the program by its name. Never throws; the same arguments give the same answer without calling again. */
export function ask(program: object, name: string, ...args: unknown[]): Answer {
	const all = kept.get(program) ?? new Map<string, Asked>();
	kept.set(program, all);
	const key = keyOf(name, args);
	const known = all.get(key);
	if (known !== undefined) return known.answer;
	const answer = answerOf(program, name, args);
	all.set(key, { name, args, answer });
	return answer;
}

function keyOf(name: string, args: readonly unknown[]): string {
	try {
		return JSON.stringify([name, args]);
	} catch {
		// A circle, or a number too large for JSON.
		return `${name}(${args.map(String).join()})`;
	}
}

/** Returns all that was asked of a program, in order. */
export const asked = (program: object): Asked[] => [...(kept.get(program)?.values() ?? [])];

/** Compares an answer with what is right; a number to half a hundredth: more is not shown. Another type is odd. */
export function verdict(answer: Answer, right: number | string | boolean): Verdict {
	if (typeof right !== 'number') return verdictOfValue(values.get(answer), right);
	if (answer.number === null) return 'odd';
	return Math.abs(answer.number - right) < 0.005 ? 'right' : 'wrong';
}

function verdictOfValue(value: unknown, right: string | boolean): Verdict {
	if (typeof value !== typeof right) return 'odd';
	return value === right ? 'right' : 'wrong';
}

const odd = (shown: string): Answer => ({ shown: shorten(shown), number: null, odd: true });

const shorten = (text: string): string =>
	text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;

function answerOf(program: object, name: string, args: readonly unknown[]): Answer {
	let value: unknown;
	try {
		const asked: unknown = Reflect.get(program, name);
		if (typeof asked !== 'function') return odd(`${name} ?`);
		value = (asked as (...args: readonly unknown[]) => unknown)(...args);
	} catch (error) {
		return odd(error instanceof Error ? error.name : 'Error');
	}
	const answer = answerFrom(value);
	values.set(answer, value);
	return answer;
}

/** Turns any value into an answer. A number is shown rounded to hundredths. */
function answerFrom(value: unknown): Answer {
	if (typeof value === 'number' && Number.isFinite(value)) {
		const shown = String(Math.round(value * 100) / 100).replace('-', '−');
		return { shown, number: value, odd: false };
	}
	if (typeof value === 'string') return odd(`'${value}'`);
	if (typeof value === 'function') return odd('function');
	return odd(typeof value === 'object' && value !== null ? '{…}' : String(value));
}
