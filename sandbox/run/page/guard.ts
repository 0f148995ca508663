/** What the guards of a page program call: it counts the time of one turn, and ends a turn that does not end by itself. */
import type { SourcePlace } from '../../report.ts';

/** How long one turn of a page program may take, milliseconds. */
export const TURN_LIMIT = 1000;

/** After the limit it is watched which guards are still passed, so that the right one is named, milliseconds. */
const WATCHED = 40;

/** Guards passed between two looks at the clock: at most so many, and fewer where that would take this long, milliseconds. */
const MOST_UNSEEN = 2048;
const UNSEEN = 2;

/** A loop or function of the program. */
export interface Guarded {
	/** `yields`: a loop of a generator. */
	kind: 'loop' | 'yields' | 'function';
	place: SourcePlace;
	/** The index of the innermost one around it. */
	inside: number | null;
}

export interface GuardHost {
	now(): number;
	/** Calls back when the turn that goes on has ended, and all that is promised with it. */
	onTurnEnd(callback: () => void): void;
	onEndless(place: SourcePlace | undefined): void;
	/** Of one turn, milliseconds; absent: `TURN_LIMIT`. */
	limit?: number;
}

export class EndlessError extends Error {
	override name = 'EndlessError';
}

export type Guard = (table: readonly Guarded[]) => (index: number) => void;

export function createGuard({ now, onTurnEnd, onEndless, limit = TURN_LIMIT }: GuardHost): Guard {
	let begun: number | undefined;
	let last = 0;
	let unseen = 0;
	let left = 0;
	let over = false;
	const passed = new Set<number>();

	const look = (table: readonly Guarded[], index: number): void => {
		left = 0;
		// A program that catches this gets no further than its next loop or function.
		if (over) throw new EndlessError('This program was ended.');
		const time = now();
		if (begun === undefined) {
			begun = time;
			unseen = 1;
			onTurnEnd(() => {
				begun = undefined;
				left = 0;
				passed.clear();
			});
		} else if (time - begun > limit) {
			passed.add(index);
			if (time - begun < limit + WATCHED) return;
			over = true;
			onEndless(guilty(table, passed));
			throw new EndlessError('This loop did not end.');
		} else {
			const took = time - last;
			if (took > UNSEEN) unseen = Math.max(1, unseen >> 3);
			else if (took < UNSEEN / 4) unseen = Math.min(MOST_UNSEEN, unseen * 2);
		}
		last = time;
		left = unseen;
	};
	return (table) => (index) => {
		if (--left < 0) look(table, index);
	};
}

/**
 * The outermost loop that was still passed. Not one in a function that was entered meanwhile: such a loop ends, and its caller
 * does not. With nothing but functions, one that calls itself is to blame.
 */
function guilty(table: readonly Guarded[], passed: ReadonlySet<number>): SourcePlace | undefined {
	const around = (index: number): number[] => {
		const found: number[] = [];
		for (let at = table[index]?.inside ?? null; at !== null; at = table[at]?.inside ?? null) found.push(at);
		return found;
	};
	const endless = (kind: Guarded['kind']) =>
		[...passed].filter((index) => {
			const home = around(index).find((outer) => table[outer]?.kind === 'function');
			return table[index]?.kind === kind && (home === undefined || !passed.has(home));
		});
	const loops = endless('loop');
	const blamed = loops.length > 0 ? loops : endless('yields');
	const outermost = blamed.find((index) => !around(index).some((outer) => blamed.includes(outer)));
	return table[outermost ?? [...passed][0] ?? -1]?.place;
}
