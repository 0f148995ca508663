import type { SourcePlace } from '../../report.ts';

/** Milliseconds that one turn of the event loop may take in a page program. */
export const TURN_LIMIT_MILLISECONDS = 1000;

/** Milliseconds after the limit in which the guard records which loops and functions still run, to find the endless loop. */
const LOOP_SEARCH_MILLISECONDS = 40;

/** Largest number of guard calls between two readings of the clock, and the longest time between them in milliseconds. */
const MAX_CALLS_BETWEEN_CLOCK_READINGS = 2048;
const CLOCK_READING_INTERVAL_MILLISECONDS = 2;

export interface GuardedCode {
	/** `yields` is a loop of a generator. It may be endless, because its caller can stop asking for values. */
	kind: 'loop' | 'yields' | 'function';
	place: SourcePlace;
	inside: number | null;
}

export interface GuardHost {
	now(): number;
	callAfterTurn(callback: () => void): void;
	onEndlessCode(place: SourcePlace | undefined): void;
	/** Milliseconds that one turn may take; `TURN_LIMIT_MILLISECONDS` by default. */
	limitMilliseconds?: number;
}

export class EndlessCodeError extends Error {
	override name = 'EndlessError';
}

export type GuardFactory = (table: readonly GuardedCode[]) => (index: number) => void;

export function createTurnGuard({
	now,
	callAfterTurn,
	onEndlessCode,
	limitMilliseconds = TURN_LIMIT_MILLISECONDS
}: GuardHost): GuardFactory {
	let turnStart: number | undefined;
	let lastReadingTime = 0;
	let guardsPerReading = 0;
	let remainingGuards = 0;
	let isOver = false;
	const passedGuards = new Set<number>();

	const requireTurnInTime = (table: readonly GuardedCode[], index: number): void => {
		remainingGuards = 0;
		// A program that catches this error is stopped again at its next loop or function.
		if (isOver) throw new EndlessCodeError('This program was ended.');
		const currentTime = now();
		if (turnStart === undefined) {
			turnStart = currentTime;
			guardsPerReading = 1;
			callAfterTurn(() => {
				turnStart = undefined;
				remainingGuards = 0;
				passedGuards.clear();
			});
		} else if (currentTime - turnStart > limitMilliseconds) {
			passedGuards.add(index);
			if (currentTime - turnStart < limitMilliseconds + LOOP_SEARCH_MILLISECONDS) return;
			isOver = true;
			onEndlessCode(findEndlessPlace(table, passedGuards));
			throw new EndlessCodeError('This loop did not end.');
		} else {
			const tookMilliseconds = currentTime - lastReadingTime;
			if (tookMilliseconds > CLOCK_READING_INTERVAL_MILLISECONDS) guardsPerReading = Math.max(1, guardsPerReading >> 3);
			else if (tookMilliseconds < CLOCK_READING_INTERVAL_MILLISECONDS / 4)
				guardsPerReading = Math.min(MAX_CALLS_BETWEEN_CLOCK_READINGS, guardsPerReading * 2);
		}
		lastReadingTime = currentTime;
		remainingGuards = guardsPerReading;
	};
	return (table) => (index) => {
		if (--remainingGuards < 0) requireTurnInTime(table, index);
	};
}

/**
 * Returns the place of the outermost loop that still ran. Loops in functions that this loop calls do not count, because those
 * functions end. Without a loop, returns the place of a recursive function.
 */
function findEndlessPlace(table: readonly GuardedCode[], passedGuards: ReadonlySet<number>): SourcePlace | undefined {
	const outerIndexesOf = (index: number): number[] => {
		const outerIndexes: number[] = [];
		for (let at = table[index]?.inside ?? null; at !== null; at = table[at]?.inside ?? null) outerIndexes.push(at);
		return outerIndexes;
	};
	const endlessIndexesOf = (kind: GuardedCode['kind']) =>
		[...passedGuards].filter((index) => {
			const outerFunction = outerIndexesOf(index).find((outer) => table[outer]?.kind === 'function');
			return table[index]?.kind === kind && (outerFunction === undefined || !passedGuards.has(outerFunction));
		});
	const endlessLoops = endlessIndexesOf('loop');
	const blamedIndexes = endlessLoops.length > 0 ? endlessLoops : endlessIndexesOf('yields');
	const outermostIndex = blamedIndexes.find(
		(index) => !outerIndexesOf(index).some((outer) => blamedIndexes.includes(outer))
	);
	return table[outermostIndex ?? [...passedGuards][0] ?? -1]?.place;
}
