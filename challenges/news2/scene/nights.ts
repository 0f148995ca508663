/** Four nights under one rule of the decision, round by round, with what they cost counted at the foot of the picture. */
import { label } from 'braise/draw';
import { footHeight, footStrip, nurseRound, remark, timeline, ward, wardPlan, type BedPlan } from 'braise/scene';
import { nights } from '../data/nights';
import { bedOf, DELAY, saysRising, trulyRises, trueScore } from './beds';
import { tallyOf, type Stay } from './rounds';

export interface Nights {
	stays: Stay[];
	/** The stretch: what the last rounds tell. */
	hasTrends: boolean;
}

interface NightMoment {
	night: number;
	round: number;
	/** The night is over: what became of everybody is seen. */
	isMorning: boolean;
	/** Seconds since the round, or the morning, began. */
	seconds: number;
}

const ROUNDS = 5;
/** Seconds that a round lasts, those of it that the nurse walks, and those of a morning. */
const ROUND = 3.4;
const WALKED = 3;
const MORNING = 2.8;
const NIGHT = ROUNDS * ROUND + MORNING;
/** A picture without motion shows the first morning: who was missed. */
const story = timeline({ each: NIGHT, still: NIGHT - 1 });

function momentAt(time: number, still: boolean): NightMoment {
	const { index: night, now } = story.at(still ? 0 : time, nights, still);
	const isMorning = now >= ROUNDS * ROUND;
	const round = isMorning ? ROUNDS - 1 : Math.floor(now / ROUND);
	return { night, round, isMorning, seconds: now - (isMorning ? ROUNDS : round) * ROUND };
}

function restOf({ patient, results }: Stay, { round, isMorning, seconds }: NightMoment, isReached: boolean) {
	if (patient.worsened) return round >= 2 || isMorning ? 'ill' : 'asleep';
	if (results[round]?.isCalled && isReached && !isMorning && seconds > 0.7) return 'woken';
	return patient.rounds[round]?.measures.alert === false ? 'faint' : 'asleep';
}

/** Nobody has come yet to somebody who is getting worse. */
function waitsIn({ patient, results }: Stay, { round, isMorning }: NightMoment): number {
	if (!patient.worsened || results.slice(0, round + 1).some(({ isCalled }) => isCalled)) return 0;
	return isMorning ? 1 : Math.min(0.75, round * 0.18);
}

function trendOf({ patient, results }: Stay, round: number): BedPlan['trend'] {
	const values = results.slice(0, round + 1).map(({ score }) => score ?? 0);
	const rises = saysRising(values);
	const isTrue = trulyRises(patient.rounds.slice(0, round + 1).map(({ measures }) => trueScore(measures)));
	return { values, warns: [5, 7], rises: rises === true, isWrong: rises !== null && rises !== isTrue };
}

function bedAt(stay: Stay, moment: NightMoment, isReached: boolean, hasTrends: boolean): BedPlan {
	const { patient, results } = stay;
	const { score = null, isCalled = false, isMeasured = false, isNoted = false } = results[moment.round] ?? {};
	const measures = patient.rounds[moment.round]?.measures;
	const rest = restOf(stay, moment, isReached);
	return {
		...(measures && bedOf(measures, isCalled ? 'hourly' : isMeasured ? 'measure' : 'routine', score)),
		number: patient.bed + 1,
		who: patient.night * 3 + patient.bed,
		rest,
		waits: waitsIn(stay, moment),
		isAnswered: isReached || moment.isMorning,
		isLit: isCalled && isReached,
		dreams: rest === 'asleep' && !patient.worsened,
		hasNote: isNoted,
		trend: hasTrends ? trendOf(stay, moment.round) : undefined
	};
}

/** The nurse's way at a moment, and how far she is on it. */
function walkAt(all: Stay[], { night, round, isMorning, seconds }: NightMoment, foot: number) {
	const visited = all.filter(
		({ patient, results }) => patient.night === night && (results[round]?.isCalled || results[round]?.isMeasured)
	);
	const visits = visited.map(({ patient }) => ({ bed: patient.bed, runs: true }));
	const walk = nurseRound(visits, { speed: 0.6, stays: 0.5, foot });
	// However many are called for, the round is over when the next begins: she has to run faster.
	const now = isMorning ? Infinity : seconds * Math.max(1, walk.ends / WALKED);
	return { nurse: walk.at(now), isReached: (bed: number) => now >= (walk.reached.get(bed) ?? Infinity) };
}

export function playNights({ stays: all, hasTrends }: Nights, time: number, still: boolean): void {
	const moment = momentAt(time, still);
	const { night, round, isMorning, seconds } = moment;
	const foot = footHeight(!hasTrends);
	const stays = all.filter(({ patient }) => patient.night === night);
	const walk = walkAt(all, moment, foot);
	// The strip changes first, then the room, then bed by bed.
	const delayed = (turn: number) => momentAt(Math.max(0, time - turn * DELAY), still);
	const beds = stays.map(({ patient: { bed } }) => {
		const later = delayed(2 + bed);
		const stay = all.find(({ patient }) => patient.night === later.night && patient.bed === bed);
		const isSame = later.night === night && later.round === round && later.isMorning === isMorning;
		return stay && bedAt(stay, later, (isSame ? walk : walkAt(all, later, foot)).isReached(bed), hasTrends);
	});
	ward({
		beds: beds.filter((bed) => bed !== undefined),
		nurse: walk.nurse,
		minutes: isMorning ? 8 * 60 : (22 + round * 2 + (seconds / ROUND) * 0.9) * 60,
		isMorning: delayed(1).isMorning,
		foot
	});
	if (isMorning && !hasTrends) mourn(stays, foot, still ? 0 : seconds);
	const hour = isMorning ? label('morning') : label('hour', { hour: (22 + round * 2) % 24 });
	const { missed, disturbed, steps, notes } = tallyOf(all, night, round, isMorning);
	const counts = [
		{ words: label('tally-missed', { count: missed }), isLoud: missed > 0 },
		{ words: label('tally-disturbed', { count: disturbed }) },
		{ words: label('tally-steps', { count: steps }) },
		...(notes > 0 ? [{ words: label('tally-notes', { count: notes }) }] : [])
	];
	footStrip(`${label('night', { night: night + 1, nights })} · ${hour}`, hasTrends ? [] : counts);
}

/** Says who was missed, one after the other. */
function mourn(stays: Stay[], foot: number, seconds: number): void {
	const missed = stays.filter(({ isMissed }) => isMissed);
	const first = missed[Math.min(missed.length - 1, Math.floor(seconds / 1.3))];
	const bed = first && wardPlan(foot).beds[first.patient.bed];
	if (bed) remark(bed.x, bed.y - 34 * bed.size, label('too-late'), { tone: 'wrong' });
}
