/** The figures of the decision, with the student's own `minutesOut`: who waits, who travels, and what it costs. */
import { ask } from 'braise/scene';
import { appointments, shelves } from '../data/night.ts';
import * as program from '../main.ts';

/** Invented: when the courier is back, how far and for how much they drive. */
const COURIER = { minute: 660, kilometres: 24, cents: 2500 };
/** Invented: cents to replace a borrowed dose, if the makers refuse those put aside. */
const DOSE = 3000;
/** Invented: doses that the other pharmacy does not need itself. */
const SPARE = 6;

/** How many kilometres people may be sent, and how many doses are borrowed. */
const RULES: Record<string, { far: number; lent: number }> = {
	cancel: { far: 0, lent: 0 },
	elsewhere: { far: 20, lent: 0 },
	borrow: { far: 0, lent: 12 }
};

/** A shelf is put aside as soon as it was out for a minute, or when the program does not say. */
const isAside = (shelf: keyof typeof shelves) => ask(program, 'minutesOut', [...shelves[shelf]]).number !== 0;

export function measure(option: string, values: Record<string, number> = {}) {
	const { far = 0, lent = 0 } = RULES[option] ?? values;
	const people = appointments.filter(([, shelf]) => isAside(shelf));
	const sent = people.filter(([, , kilometres]) => kilometres !== null && kilometres <= far);
	const stay = people.filter((each) => !sent.includes(each));
	const served = stay.filter(([minute]) => minute >= COURIER.minute).slice(0, lent).length;
	const drives = served > 0 ? 1 : 0;
	const travelled = sent.reduce((sum, [, , kilometres]) => sum + 2 * (kilometres ?? 0), 0);
	return [
		{ id: 'postponed', value: stay.length - served, unit: 'count', of: appointments.length },
		{ id: 'kilometres', value: travelled + drives * COURIER.kilometres, unit: 'kilometres' },
		{ id: 'lacking', value: Math.max(0, sent.length + served - SPARE), unit: 'count' },
		{ id: 'cost', value: drives * COURIER.cents + served * DOSE, unit: 'cents' }
	];
}
