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

/** Compares an answer with what is right, to half a hundredth: more is not shown. */
export function verdict({ number }: Answer, right: number): Verdict {
	if (number === null) return 'odd';
	return Math.abs(number - right) < 0.005 ? 'right' : 'wrong';
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
	return answerFrom(value);
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
