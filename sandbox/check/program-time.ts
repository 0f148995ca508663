export interface ProgramTime {
	now(): number;
	elapsed(): number;
}

/** The moment when a program's clock begins: fixed and arbitrary, a Monday morning. */
export const FIXED_START_TIME = Date.UTC(2025, 0, 6, 8);

export const createProgramTime = (elapsed: () => number, startTime = () => FIXED_START_TIME): ProgramTime => ({
	now: () => startTime() + elapsed(),
	elapsed
});
