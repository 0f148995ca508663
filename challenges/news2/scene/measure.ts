/** The figures of the decision: forty people, four nights, and the student's own functions. */
import { staysUnder, tallyOf } from './rounds';

interface Figure {
	id: string;
	value: number;
	unit: 'count';
	of?: number;
}

export function measure(option: string, values?: Record<string, number>): Figure[] {
	const stays = staysUnder(option, values);
	const { missed, disturbed, steps, notes } = tallyOf(stays);
	const worsened = stays.filter(({ patient }) => patient.worsened).length;
	return [
		{ id: 'missed', value: missed, unit: 'count', of: worsened },
		{ id: 'disturbed', value: disturbed, unit: 'count' },
		{ id: 'steps', value: steps, unit: 'count' },
		{ id: 'notes', value: notes, unit: 'count' }
	];
}
