/** The figures of the decision, with the student's own `minutesOut`: who waits, who travels, and what it costs. */
import { ask } from 'braise/scene';
import { rows as appointments } from '../data/appointments.ts';
import { shelves } from '../data/night.ts';
import * as program from '../main.ts';

/** Invented: when the courier is back, how far and for how many cents; cents for a dose; doses that can be spared. */
const [BACK, FAR, COURIER, DOSE, SPARE] = [11 * 60, 24, 2500, 3000, 6];
/** A shelf is put aside as soon as it was out for a minute, or when the program does not say. */
const isAside = (shelf: string) => ask(program, 'minutesOut', [...(shelves[shelf] ?? [])]).number !== 0;

export function measure({ far = 0, lent = 0 }: Record<string, number>) {
	const people = appointments.filter(({ shelf }) => isAside(shelf));
	const sent = people.filter(({ kilometres = Infinity }) => kilometres <= far);
	const stay = people.filter((each) => !sent.includes(each));
	const served = stay.filter(({ at }) => at >= BACK).slice(0, lent).length;
	const travelled = sent.reduce((sum, { kilometres = 0 }) => sum + 2 * kilometres, 0);
	return [
		{ id: 'postponed', value: stay.length - served, unit: 'count', of: appointments.length },
		{ id: 'kilometres', value: travelled + Math.sign(served) * FAR, unit: 'kilometres' },
		{ id: 'lacking', value: Math.max(0, sent.length + served - SPARE), unit: 'count' },
		{ id: 'cost', value: Math.sign(served) * COURIER + served * DOSE, unit: 'cents' }
	];
}
