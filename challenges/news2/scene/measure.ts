/** The figures of the decision: forty people, four nights, and the student's own functions. Pure. */
import { falseAlarms, notesOf, ruleOf, staysUnder, stepsFor, type Stay } from './rounds';

export interface Figure {
	id: string;
	value: number;
	unit: 'count';
	of?: number;
}

const sum = (stays: Stay[], of: (stay: Stay) => number) => stays.reduce((total, stay) => total + of(stay), 0);

export function measure(option: string, values: Record<string, number> = {}): Figure[] {
	const stays = staysUnder(ruleOf(option, values));
	const worsened = stays.filter(({ patient }) => patient.worsened).length;
	return [
		{ id: 'missed', value: stays.filter(({ missed }) => missed).length, unit: 'count', of: worsened },
		{ id: 'disturbed', value: sum(stays, falseAlarms), unit: 'count' },
		{ id: 'steps', value: sum(stays, stepsFor), unit: 'count' },
		{ id: 'notes', value: sum(stays, notesOf), unit: 'count' }
	];
}
