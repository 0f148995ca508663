/** The guard function of page programs. It measures the time of each turn and ends an endless one. */
import type { SourcePlace } from '../../report.ts';

/** Milliseconds that one turn of a page program may take. */
export const TURN_LIMIT_MILLISECONDS = 1000;

/** Milliseconds after the limit in which the guards that are passed are recorded, to find out which loop is endless. */
const FIND_LOOP_MILLISECONDS = 40;

/** Largest number of guards passed without reading the clock; `UNTIMED_MILLISECONDS` is the longest time between two readings. */
const MAX_UNTIMED_GUARDS = 2048;
const UNTIMED_MILLISECONDS = 2;

export interface GuardedCode {
	/** `yields` is a loop of a generator. */
	kind: 'loop' | 'yields' | 'function';
	place: SourcePlace;
	inside: number | null;
}

export interface GuardHost {
	now(): number;
	/** Calls back once the current turn and its promises have ended. */
	onTurnEnd(callback: () => void): void;
	onEndless(place: SourcePlace | undefined): void;
	/** Milliseconds that one turn may take; `TURN_LIMIT_MILLISECONDS` by default. */
	limitMilliseconds?: number;
}

export class EndlessError extends Error {
	override name = 'EndlessError';
}

export type GuardFunction = (table: readonly GuardedCode[]) => (index: number) => void;

export function createPageGuard({
	now,
	onTurnEnd,
	onEndless,
	limitMilliseconds = TURN_LIMIT_MILLISECONDS
}: GuardHost): GuardFunction {
	let turnStart: number | undefined;
	let lastReadingTime = 0;
	let guardsPerReading = 0;
	let remainingGuards = 0;
	let isOver = false;
	const passedGuards = new Set<number>();

	const readClock = (table: readonly GuardedCode[], index: number): void => {
		remainingGuards = 0;
		// A program that catches this error is stopped again at its next loop or function.
		if (isOver) throw new EndlessError('This program was ended.');
		const currentTime = now();
		if (turnStart === undefined) {
			turnStart = currentTime;
			guardsPerReading = 1;
			onTurnEnd(() => {
				turnStart = undefined;
				remainingGuards = 0;
				passedGuards.clear();
			});
		} else if (currentTime - turnStart > limitMilliseconds) {
			passedGuards.add(index);
			if (currentTime - turnStart < limitMilliseconds + FIND_LOOP_MILLISECONDS) return;
			isOver = true;
			onEndless(findEndlessPlace(table, passedGuards));
			throw new EndlessError('This loop did not end.');
		} else {
			const tookMilliseconds = currentTime - lastReadingTime;
			if (tookMilliseconds > UNTIMED_MILLISECONDS) guardsPerReading = Math.max(1, guardsPerReading >> 3);
			else if (tookMilliseconds < UNTIMED_MILLISECONDS / 4)
				guardsPerReading = Math.min(MAX_UNTIMED_GUARDS, guardsPerReading * 2);
		}
		lastReadingTime = currentTime;
		remainingGuards = guardsPerReading;
	};
	return (table) => (index) => {
		if (--remainingGuards < 0) readClock(table, index);
	};
}

/**
 * Returns the place of the outermost loop that still ran. Loops in functions that were called meanwhile do not count, because those
 * end and their caller does not. Without a loop, a recursive function is at fault.
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
