function easeInAndOut(fraction: number): number {
	const clampedFraction = Math.min(1, Math.max(0, fraction));
	return clampedFraction * clampedFraction * (3 - 2 * clampedFraction);
}

/** Returns a value that rises from 0 at the moment `from` to 1 at the moment `to`, slowly at both ends. */
export const between = (time: number, from: number, to: number): number => easeInAndOut((time - from) / (to - from));

interface TimelinePlan {
	/** Seconds that one story lasts. */
	each: number;
	/** Seconds of the first story that are skipped, so that a change is seen at once. */
	begins?: number;
	/** The moment of the story, in seconds, that is shown as a still picture when motion is reduced. */
	still?: number;
}

export interface Moment {
	run: number;
	index: number;
	/** Seconds since this story began. */
	now: number;
	/** Returns a value that rises from 0 at the moment `from` of this story to 1 at the moment `to`, slowly at both ends. */
	part(from: number, to: number): number;
}

/** Divides time into stories that follow each other and begin again after the last. */
export function timeline({ each, begins = 0, still = begins }: TimelinePlan) {
	return {
		/** Returns the moment of the story. `time` is in seconds; `stories` is the number of stories. */
		at(time: number, stories: number, isStill = false): Moment {
			const elapsed = time + begins;
			const run = Math.floor(elapsed / each);
			const now = isStill ? still : elapsed - run * each;
			return { run, index: run % Math.max(1, stories), now, part: (from, to) => between(now, from, to) };
		}
	};
}
