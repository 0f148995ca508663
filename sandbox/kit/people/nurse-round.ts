/** Plans a nurse's round from the desk to some beds and back, with her place at each moment. */
import { wardPlan } from '../places/ward-plan.ts';
import { stage, type Place } from '../stage.ts';

interface BedVisit {
	/** Number of the bed, from 0. */
	bed: number;
	runs?: boolean;
}

interface NurseRoundPlan {
	/** Speed of the nurse, in widths of the picture per second. */
	speed?: number;
	/** `stays`: seconds at each bed. `begins`: seconds until she sets out. */
	stays?: number;
	begins?: number;
	/** Height that is kept free below the ward, in pixels. */
	foot?: number;
}

/** Where the nurse is at a moment, which way she faces and how she moves. */
export interface Whereabouts extends Place {
	faces: 'left' | 'right';
	walks: boolean;
	runs: boolean;
	/** Number of the bed that she stands at, from 0; null while she walks. */
	bed: number | null;
}

interface RoundStretch extends Omit<Whereabouts, keyof Place> {
	from: Place;
	to: Place;
	beginTime: number;
	duration: number;
}

interface NurseRound {
	/** For each bed, the seconds until the nurse reaches it; `ends` is the second at which she is back at the desk. */
	reached: Map<number, number>;
	ends: number;
	at(time: number): Whereabouts;
}

export function nurseRound(visits: readonly BedVisit[], plan: NurseRoundPlan = {}): NurseRound {
	const { speed = 0.34, stays = 1.5, begins = 0, foot = 0 } = plan;
	const { beside, aisle, desk } = wardPlan(foot);
	const stretches: RoundStretch[] = [];
	const arrivalTimes = new Map<number, number>();
	let currentPlace = desk;
	let endTime = begins;
	const addStretch = (to: Place, duration: number, runs: boolean, bedNumber: number | null) => {
		// At a bed she faces left, where the bed is.
		const faces = bedNumber !== null || to.x < currentPlace.x - 1 ? 'left' : 'right';
		stretches.push({
			from: currentPlace,
			to,
			beginTime: endTime,
			duration,
			faces,
			walks: bedNumber === null,
			runs,
			bed: bedNumber
		});
		endTime += duration;
		currentPlace = to;
	};
	const addStraightWalk = (to: Place, runs: boolean) => {
		const distance = Math.hypot(to.x - currentPlace.x, (to.y - currentPlace.y) * 1.6);
		addStretch(to, distance / (stage().width * speed * (runs ? 1.7 : 1)), runs, null);
	};
	const addWalkAlongAisle = (to: Place, runs: boolean) => {
		for (const x of [currentPlace.x, to.x]) addStraightWalk({ ...to, x, y: aisle }, runs);
		addStraightWalk(to, runs);
	};
	for (const { bed, runs = false } of visits) {
		const bedside = beside[bed];
		if (bedside === undefined) continue;
		addWalkAlongAisle(bedside, runs);
		arrivalTimes.set(bed, endTime);
		addStretch(bedside, stays, false, bed);
	}
	addWalkAlongAisle(desk, false);
	return { reached: arrivalTimes, ends: endTime, at: (time) => findWhereabouts(stretches, desk, time) };
}

function findWhereabouts(stretches: RoundStretch[], desk: Place, time: number): Whereabouts {
	const currentStretch = stretches.find(({ beginTime, duration }) => time < beginTime + duration);
	if (currentStretch === undefined || time < currentStretch.beginTime)
		return { ...desk, faces: 'left', walks: false, runs: false, bed: null };
	const { from, to, beginTime, duration, ...doing } = currentStretch;
	const passedPart = (time - beginTime) / duration;
	return { ...to, ...doing, x: from.x + (to.x - from.x) * passedPart, y: from.y + (to.y - from.y) * passedPart };
}
