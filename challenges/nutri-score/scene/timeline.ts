/** One box's little story, in seconds: out of the oven, under the printer, printed, looked at, and away. */
export const PLAYS = 6.2;
/** The first one is about to be printed: whoever has just changed the program sees its answer at once. */
export const BEGINS_AT = 1.1;
/** When a hand changes what lies on it, the story begins where the box is printed and looked at. */
export const ANSWERED_AT = 2.5;
/** The moment a still picture shows when motion is reduced. */
export const STILL = 3.4;

export const moments = {
	arrives: [0, 1.2],
	stamps: [1.35, 1.75],
	printed: 1.55,
	lamp: 1.9,
	speaks: [2.1, 5],
	leaves: [5, 6.2]
} as const;

export interface Moment {
	/** How many boxes were printed before. */
	count: number;
	/** The box that is on the belt. */
	current: number;
	now: number;
}

export function momentOf(time: number, boxes: number, still: boolean, begins = BEGINS_AT): Moment {
	if (still) return { count: 0, current: 0, now: STILL };
	const along = time + begins;
	const count = Math.floor(along / PLAYS);
	return { count, current: count % Math.max(1, boxes), now: along - count * PLAYS };
}
