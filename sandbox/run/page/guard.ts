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
	let last = 0;
	let unseen = 0;
	let remainingGuards = 0;
	let over = false;
	const passedGuards = new Set<number>();

	const look = (table: readonly GuardedCode[], index: number): void => {
		remainingGuards = 0;
		// A program that catches this error is stopped again at its next loop or function.
		if (over) throw new EndlessError('This program was ended.');
		const time = now();
		if (turnStart === undefined) {
			turnStart = time;
			unseen = 1;
			onTurnEnd(() => {
				turnStart = undefined;
				remainingGuards = 0;
				passedGuards.clear();
			});
		} else if (time - turnStart > limitMilliseconds) {
			passedGuards.add(index);
			if (time - turnStart < limitMilliseconds + FIND_LOOP_MILLISECONDS) return;
			over = true;
			onEndless(endlessPlace(table, passedGuards));
			throw new EndlessError('This loop did not end.');
		} else {
			const took = time - last;
			if (took > UNTIMED_MILLISECONDS) unseen = Math.max(1, unseen >> 3);
			else if (took < UNTIMED_MILLISECONDS / 4) unseen = Math.min(MAX_UNTIMED_GUARDS, unseen * 2);
		}
		last = time;
		remainingGuards = unseen;
	};
	return (table) => (index) => {
		if (--remainingGuards < 0) look(table, index);
	};
}

/**
 * Returns the place of the outermost loop that still ran. Loops in functions that were called meanwhile do not count, because those
 * end and their caller does not. Without a loop, a recursive function is at fault.
 */
function endlessPlace(table: readonly GuardedCode[], passedGuards: ReadonlySet<number>): SourcePlace | undefined {
	const around = (index: number): number[] => {
		const outerIndexes: number[] = [];
		for (let at = table[index]?.inside ?? null; at !== null; at = table[at]?.inside ?? null) outerIndexes.push(at);
		return outerIndexes;
	};
	const endless = (kind: GuardedCode['kind']) =>
		[...passedGuards].filter((index) => {
			const home = around(index).find((outer) => table[outer]?.kind === 'function');
			return table[index]?.kind === kind && (home === undefined || !passedGuards.has(home));
		});
	const loops = endless('loop');
	const blamed = loops.length > 0 ? loops : endless('yields');
	const outermost = blamed.find((index) => !around(index).some((outer) => blamed.includes(outer)));
	return table[outermost ?? [...passedGuards][0] ?? -1]?.place;
}
