/** One stay's little story, in seconds: the car parks, the meter asks, someone pays, says what they think, and goes. */
import type { Verdict } from './stays';
import type { Mood } from './faces';

/** How long one stay plays. */
export const PLAYS = 7.4;
/** The first stay begins in the middle: whoever has just changed the program sees its answer at once. */
export const BEGINS_AT = 2.2;
/** When a hand sets how long somebody stays, the story begins where the meter has answered. */
export const ANSWERED_AT = 3.4;
/** The moment a still picture shows when motion is reduced. */
export const STILL = 4.6;

export const moments = {
	arrives: [0, 1.3],
	walksIn: [1, 1.9],
	counts: [1.7, 2.3],
	price: 2.4,
	coins: [2.7, 4.1],
	speaks: [3.1, 6.4],
	walksOut: [6.5, 7.3]
} as const;

export function moodAt(verdict: Verdict, time: number): Mood {
	if (time < moments.price) return 'waiting';
	const reacts = time >= moments.speaks[0];
	switch (verdict) {
		case 'right':
			return reacts ? 'content' : 'paying';
		case 'too-much':
			return reacts ? 'indignant' : 'paying';
		case 'gives-back':
			return 'amazed';
		case 'too-little':
			return reacts ? 'puzzled' : 'paying';
		case 'no-price':
			return 'puzzled';
	}
}
