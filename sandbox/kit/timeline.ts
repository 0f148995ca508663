/** One story after another, each with the same moments. */
import { between } from './ease.ts';

export interface TimelinePlan {
	/** Seconds that one story lasts. */
	each: number;
	/** Seconds into the first story where it begins, so that a change is seen at once. */
	begins?: number;
	/** The moment that a still picture shows, where motion is reduced. */
	still?: number;
}

export interface Moment {
	/** Stories that are over. */
	run: number;
	/** Which of the stories is played. */
	index: number;
	/** Seconds into this story. */
	now: number;
	/** How far it is between two moments, from 0 to 1, smoothly. */
	part(from: number, to: number): number;
}

/** Divides time into stories that follow each other, and begin again after the last. */
export function timeline({ each, begins = 0, still = begins }: TimelinePlan) {
	return {
		/** `time` is in seconds; `stories` counts them. */
		at(time: number, stories: number, isStill = false): Moment {
			const elapsed = time + begins;
			const run = Math.floor(elapsed / each);
			const now = isStill ? still : elapsed - run * each;
			return { run, index: run % Math.max(1, stories), now, part: (from, to) => between(now, from, to) };
		}
	};
}
