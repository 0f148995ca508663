/** The nurse's way through the ward, as a list of stretches; where she is follows from the time. Pure. */
import { besideBed, type Layout, type Place } from './layout';

interface Stretch {
	from: Place;
	to: Place;
	begins: number;
	lasts: number;
	/** The bed she stands at meanwhile. */
	at: number | null;
	runs: boolean;
}

export interface Walk {
	stretches: Stretch[];
	/** When she reaches each bed. */
	reached: Map<number, number>;
	ends: number;
}

export interface Whereabouts extends Place {
	facing: 1 | -1;
	pace: number;
	running: boolean;
	at: number | null;
}

export interface Speed {
	/** Pictures' widths a second, walking. */
	walks: number;
	/** Seconds at each bed. */
	stays: number;
}

export function walkTo(layout: Layout, visits: { bed: number; runs: boolean }[], speed: Speed, begins = 0): Walk {
	const stretches: Stretch[] = [];
	const reached = new Map<number, number>();
	let here: Place = layout.desk;
	let now = begins;
	const go = (to: Place, runs: boolean) => {
		const lasts = Math.hypot(to.x - here.x, (to.y - here.y) * 1.6) / (layout.width * speed.walks * (runs ? 1.7 : 1));
		stretches.push({ from: here, to, begins: now, lasts, at: null, runs });
		now += lasts;
		here = to;
	};
	const aisle = (x: number): Place => ({ x, y: layout.aisle });
	for (const { bed, runs } of visits) {
		const beside = besideBed(layout, bed);
		go(aisle(here.x), runs);
		go(aisle(beside.x), runs);
		go(beside, runs);
		reached.set(bed, now);
		stretches.push({ from: beside, to: beside, begins: now, lasts: speed.stays, at: bed, runs: false });
		now += speed.stays;
	}
	go(aisle(here.x), false);
	go(aisle(layout.desk.x), false);
	go(layout.desk, false);
	return { stretches, reached, ends: now };
}

export function whereAt(layout: Layout, walk: Walk, time: number): Whereabouts {
	const stretch = walk.stretches.find(({ begins, lasts }) => time < begins + lasts);
	if (stretch === undefined || time < (walk.stretches[0]?.begins ?? 0)) {
		return { ...layout.desk, facing: -1, pace: 0, running: false, at: null };
	}
	const { from, to, begins, lasts, at, runs } = stretch;
	const part = lasts === 0 ? 1 : Math.max(0, (time - begins) / lasts);
	const moves = at === null && lasts > 0;
	return {
		x: from.x + (to.x - from.x) * part,
		y: from.y + (to.y - from.y) * part,
		// Beside a bed she turns to it, and it is on her left.
		facing: at !== null || to.x < from.x - 1 ? -1 : 1,
		pace: moves ? 1 : 0,
		running: moves && runs,
		at
	};
}
