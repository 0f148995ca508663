/** What a student's function returned, which may be a value of any type. */
export interface Answer {
	shown: string;
	/** The returned number; null for any other value, also for NaN and infinity. */
	number: number | null;
	/** True when the function is missing, threw an error, or returned no finite number. */
	odd: boolean;
	/** The returned value; undefined when the function is missing or threw an error. */
	value?: unknown;
}

export type Verdict = 'right' | 'wrong' | 'odd';

export interface ProgramCall {
	name: string;
	args: readonly unknown[];
	answer: Answer;
}

const MAX_ANSWER_CHARACTERS = 14;

const callsByProgram = new WeakMap<object, Map<string, ProgramCall>>();

/** Calls a function of the program by its name, and remembers the answer for the same arguments. Never throws. */
export function ask(program: object, name: string, ...args: unknown[]): Answer {
	const callByKey = callsByProgram.get(program) ?? new Map<string, ProgramCall>();
	callsByProgram.set(program, callByKey);
	const key = callKeyOf(name, args);
	const knownCall = callByKey.get(key);
	if (knownCall !== undefined) return knownCall.answer;
	const answer = callStudentFunction(program, name, args);
	callByKey.set(key, { name, args, answer });
	return answer;
}

/** Returns an empty list for any other value. The function gets copies, so that it cannot change the scene's data. */
export function askList(program: object, name: string, ...args: unknown[]): unknown[] {
	const { value } = ask(program, name, ...args.map(copyArgument));
	return Array.isArray(value) ? (value as unknown[]) : [];
}

function copyArgument(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(copyArgument);
	return typeof value === 'object' && value !== null ? { ...value } : value;
}

function callKeyOf(name: string, args: readonly unknown[]): string {
	try {
		return JSON.stringify([name, args]);
	} catch {
		// JSON.stringify throws for an object that contains itself and for a BigInt.
		return `${name}(${args.map(String).join()})`;
	}
}

/** Returns the calls that the scene made to a program's functions, in the order of their first time; each call is listed once. */
export const callsOf = (program: object): ProgramCall[] => [...(callsByProgram.get(program)?.values() ?? [])];

/**
 * Compares an answer with the expected value. Numbers may differ by less than 0.005, because two decimals are shown. An answer of
 * another type than the expected value is odd.
 */
export function verdict(answer: Answer, right: number | string | boolean): Verdict {
	if (typeof right !== 'number') return verdictOfValue(answer.value, right);
	if (answer.number === null) return 'odd';
	return Math.abs(answer.number - right) < 0.005 ? 'right' : 'wrong';
}

function verdictOfValue(value: unknown, right: string | boolean): Verdict {
	if (typeof value !== typeof right) return 'odd';
	return value === right ? 'right' : 'wrong';
}

const createOddAnswer = (text: string): Answer => ({ shown: shortenText(text), number: null, odd: true });

const shortenText = (text: string): string =>
	text.length > MAX_ANSWER_CHARACTERS ? `${text.slice(0, MAX_ANSWER_CHARACTERS - 1)}…` : text;

function callStudentFunction(program: object, name: string, args: readonly unknown[]): Answer {
	let value: unknown;
	try {
		const studentFunction: unknown = Reflect.get(program, name);
		if (typeof studentFunction !== 'function') return createOddAnswer(`${name} ?`);
		value = (studentFunction as (...args: readonly unknown[]) => unknown)(...args);
	} catch (error) {
		return createOddAnswer(error instanceof Error ? error.name : 'Error');
	}
	return { ...answerOfValue(value), value };
}

function answerOfValue(value: unknown): Answer {
	if (typeof value === 'number' && Number.isFinite(value)) {
		const text = String(Math.round(value * 100) / 100).replace('-', '−');
		return { shown: text, number: value, odd: false };
	}
	if (typeof value === 'string') return createOddAnswer(`'${value}'`);
	if (typeof value === 'function') return createOddAnswer('function');
	return createOddAnswer(typeof value === 'object' && value !== null ? '{…}' : String(value));
}
