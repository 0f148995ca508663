/** Plans a nurse's round from the desk to some beds and back, with her place at each moment. */
import { wardPlan } from '../places/ward-plan.ts';
import { stage, type Place } from '../stage.ts';

interface Visit {
	/** Number of the bed, from 0. */
	bed: number;
	runs?: boolean;
}

interface RoundPlan {
	/** Speed of the nurse, in widths of the picture per second. */
	speed?: number;
	/** `stays`: seconds at each bed. `begins`: seconds until she sets out. */
	stays?: number;
	begins?: number;
	/** Height that is kept free below the ward, in pixels. */
	foot?: number;
}

/** Where the nurse is at a moment, and what she does. */
export interface Whereabouts extends Place {
	faces: 'left' | 'right';
	walks: boolean;
	runs: boolean;
	/** Number of the bed that she stands at, from 0; null while she walks. */
	bed: number | null;
}

interface Stretch extends Omit<Whereabouts, keyof Place> {
	from: Place;
	to: Place;
	begins: number;
	lasts: number;
}

interface Round {
	/** For each bed, the seconds until the nurse reaches it; `ends` is the second at which she is back at the desk. */
	reached: Map<number, number>;
	ends: number;
	at(time: number): Whereabouts;
}

/** Plans a round through the ward. */
export function nurseRound(visits: readonly Visit[], plan: RoundPlan = {}): Round {
	const { speed = 0.34, stays = 1.5, begins = 0, foot = 0 } = plan;
	const { beside, aisle, desk } = wardPlan(foot);
	const stretches: Stretch[] = [];
	const arrivalTimes = new Map<number, number>();
	let here = desk;
	let ends = begins;
	const add = (to: Place, lasts: number, runs: boolean, bed: number | null) => {
		// At a bed she turns to it, which is on her left.
		const faces = bed !== null || to.x < here.x - 1 ? 'left' : 'right';
		stretches.push({ from: here, to, begins: ends, lasts, faces, walks: bed === null, runs, bed });
		ends += lasts;
		here = to;
	};
	const go = (to: Place, runs: boolean) => {
		const way = Math.hypot(to.x - here.x, (to.y - here.y) * 1.6);
		add(to, way / (stage().width * speed * (runs ? 1.7 : 1)), runs, null);
	};
	const goAlongAisle = (to: Place, runs: boolean) => {
		for (const x of [here.x, to.x]) go({ ...to, x, y: aisle }, runs);
		go(to, runs);
	};
	for (const { bed, runs = false } of visits) {
		const there = beside[bed];
		if (there === undefined) continue;
		goAlongAisle(there, runs);
		arrivalTimes.set(bed, ends);
		add(there, stays, false, bed);
	}
	goAlongAisle(desk, false);
	return { reached: arrivalTimes, ends, at: (time) => whereabouts(stretches, desk, time) };
}

function whereabouts(stretches: Stretch[], desk: Place, time: number): Whereabouts {
	const now = stretches.find(({ begins, lasts }) => time < begins + lasts);
	if (now === undefined || time < now.begins) return { ...desk, faces: 'left', walks: false, runs: false, bed: null };
	const { from, to, begins, lasts, ...doing } = now;
	const part = (time - begins) / lasts;
	return { ...to, ...doing, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
