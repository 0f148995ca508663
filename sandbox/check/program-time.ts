/** The time that a program sees: a fixed beginning, and what has passed since. */

export interface Time {
	now(): number;
	elapsed(): number;
}

/** An arbitrary fixed moment, a Monday morning. */
const BEGINNING = Date.UTC(2025, 0, 6, 8);

export const timeFrom = (elapsed: () => number): Time => ({ now: () => BEGINNING + elapsed(), elapsed });
