/** What the student's program says of a bed. Its functions may be missing, throw, or answer anything at all. */
import type { Measures } from '../data/bed';
import * as program from '../main';
import { LEVELS, type Level } from './rule';

const exports = program as Record<string, unknown>;

function ask(name: string, argument: unknown): unknown {
	const called = exports[name];
	if (typeof called !== 'function') return undefined;
	try {
		return (called as (argument: unknown) => unknown)(argument);
	} catch {
		return undefined;
	}
}

/** Null: no score that could be written on a chart. */
export function askScore(bed: Measures): number | null {
	const answer = ask('news2', { ...bed });
	return typeof answer === 'number' && Number.isFinite(answer) ? Math.round(answer * 10) / 10 : null;
}

export function askLevel(bed: Measures): Level | null {
	const answer = ask('response', { ...bed });
	return LEVELS.find((level) => level === answer) ?? null;
}

/** Whether a single measure scores 3, as far as the program can tell yet. */
export function askSingleThree(bed: Measures): boolean {
	const answer = ask('points', { ...bed });
	return Array.isArray(answer) && answer.includes(3);
}

/** The stretch's own function; null while there is none. */
export function askRising(scores: number[]): boolean | null {
	const answer = ask('rising', [...scores]);
	return typeof answer === 'boolean' ? answer : null;
}
