import {
	arc,
	circle,
	ellipse,
	fill,
	line,
	noFill,
	noStroke,
	PI,
	pop,
	push,
	rotate,
	scale,
	stroke,
	strokeWeight,
	translate
} from 'braise/draw';
import { wardPlan } from '../places/ward-room.ts';
import { stage, type Place, currentMoment, currentPalette } from '../stage.ts';
import { drawGlow, drawRoundedBox, drawPaperPiece } from '../paper.ts';
import { wardColoursAt } from '../ward-colours.ts';

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

interface NursePlan {
	faces?: 'left' | 'right';
	walks?: boolean;
	runs?: boolean;
	/** Number of the bed that she bends to; null or absent while she does not bend to a bed. */
	bed?: number | null;
}

export function nurse(
	place: Place,
	{ faces = 'right', walks = false, runs = false, bed = null }: NursePlan = {}
): void {
	const { time, still } = currentMoment();
	const { lamplight, lampStrength, shade } = wardColoursAt(currentPalette().hour);
	const isBending = bed !== null;
	const legSwing = walks && !still ? Math.sin(time * (runs ? 15 : 10)) : 0;
	push();
	translate(place.x, place.y);
	scale(faces === 'left' ? -place.size : place.size, place.size);
	drawGlow(lamplight, 14, -30, 120, lampStrength);
	noStroke();
	fill(shade);
	ellipse(0, 0, 56, 13);
	if (runs || isBending) rotate(0.13);
	for (const [side, colour] of [
		[-1, '#26364d'],
		[1, '#314663']
	] as const) {
		push();
		rotate(side * legSwing * 0.42);
		drawRoundedBox(colour, -8, -40, 15, 38, 5);
		drawRoundedBox('#f5f1e8', -8, -6, 21, 8, 4);
		pop();
	}
	translate(0, Math.abs(legSwing) * -3);
	drawPaperPiece('#2f8f8a', [-17, -82, 17, -82, 22, -32, -21, -32]);
	drawPaperPiece('#3ba59f', [-15, -82, 17, -82, 21, -34, -6, -34]);
	drawRoundedBox('#fffaf0', -13, -70, 13, 9, 2);
	drawRoundedBox('#c8452f', -10, -66.8, 7, 2.5);
	drawRoundedBox('#c8452f', -7.8, -69, 2.5, 7);
	drawNurseArm(isBending ? 20 : 9 + legSwing * 4, isBending ? 32 : 21 + legSwing * 7);
	drawNurseHead(runs);
	pop();
}

function drawNurseArm(elbowX: number, handX: number): void {
	stroke('#3ba59f');
	strokeWeight(11);
	line(3, -74, elbowX, -56);
	stroke('#c98e64');
	strokeWeight(9);
	line(elbowX, -56, handX, -45);
	drawRoundedBox('#23262e', handX - 2, -49, 15, 8, 3);
	noStroke();
	fill('rgba(255, 240, 190, 0.95)');
	ellipse(handX + 14, -45, 6, 10);
}

function drawNurseHead(isRunning: boolean): void {
	noStroke();
	fill('#2a1a18');
	circle(-17, -108, 19);
	circle(-1, -101, 41);
	fill('#c98e64');
	ellipse(4, -97, 32, 35);
	fill('#2a1a18');
	arc(2, -104, 36, 25, PI * 0.96, PI * 1.98);
	fill('#2f1e1a');
	ellipse(7, -96, 4, 5.5);
	ellipse(16, -96, 3.6, 5.5);
	stroke('#6d3a30');
	strokeWeight(2.2);
	noFill();
	if (isRunning) arc(11, -87, 6, 6, 0, PI * 2);
	else arc(11, -90, 11, 7, 0.3, PI - 0.4);
}
