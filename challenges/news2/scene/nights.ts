/** Where the four nights are at a moment, and what they have cost until then. Pure. */
import { falseAlarms, nights, notesOf, stepsFor, type Stay } from './rounds';

export interface Moment {
	night: number;
	round: number;
	/** The night is over: what became of everybody is seen. */
	morning: boolean;
	/** Seconds since the round, or the morning, began; and how far it is. */
	seconds: number;
	part: number;
	/** On the clock; goes on past 24. */
	hour: number;
}

export const ROUNDS = 5;
const ROUND = 3.4;
const MORNING = 2.8;
const NIGHT = ROUNDS * ROUND + MORNING;

export function momentAt(time: number, still: boolean): Moment {
	// A picture without motion shows the first morning: who was missed.
	const told = still ? NIGHT - 1 : time % (NIGHT * nights);
	const night = Math.floor(told / NIGHT);
	const since = told - night * NIGHT;
	if (since >= ROUNDS * ROUND) {
		const seconds = since - ROUNDS * ROUND;
		return { night, round: ROUNDS - 1, morning: true, seconds, part: seconds / MORNING, hour: 32 };
	}
	const round = Math.floor(since / ROUND);
	const seconds = since - round * ROUND;
	return {
		night,
		round,
		morning: false,
		seconds,
		part: seconds / ROUND,
		hour: 22 + round * 2 + (seconds / ROUND) * 0.9
	};
}

export interface Tally {
	missed: number;
	disturbed: number;
	steps: number;
	notes: number;
}

/** At the last morning these are the figures of the decision. */
export function tallyAt(stays: Stay[], { night, round, morning }: Moment): Tally {
	const total: Tally = { missed: 0, disturbed: 0, steps: 0, notes: 0 };
	for (const stay of stays) {
		if (stay.patient.night > night) continue;
		const over = stay.patient.night < night || morning;
		const seen = over ? stay : { ...stay, moments: stay.moments.slice(0, round + 1) };
		total.missed += over && stay.missed ? 1 : 0;
		total.disturbed += falseAlarms(seen);
		total.steps += stepsFor(seen);
		total.notes += notesOf(seen);
	}
	return total;
}
