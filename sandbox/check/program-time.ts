/** The time that a program sees: a fixed beginning, and what has passed since. */

export interface ProgramTime {
	now(): number;
	elapsed(): number;
}

/** An arbitrary fixed moment, a Monday morning. */
const START_TIME = Date.UTC(2025, 0, 6, 8);

export const createProgramTime = (elapsed: () => number): ProgramTime => ({
	now: () => START_TIME + elapsed(),
	elapsed
});
