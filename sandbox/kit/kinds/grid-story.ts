/** Computes the story of a plan: the program's answer for each cell. */
import { verdict } from '../ask.ts';
import type { GridCell, GridFields } from './grid-fields.ts';
import { answerTableRows, type AnsweredTableRow } from './table-story.ts';

export type AnsweredCell = GridCell &
	AnsweredTableRow & {
		/** Index of the program's answer in `GridFields.values`; undefined for an answer that is not listed there. */
		answerIndex: number | undefined;
	};

export interface GridStory {
	cells: AnsweredCell[];
	rows: number;
	columns: number;
	/** Index of the cell that the dial chooses. */
	lookedAtIndex: number | undefined;
}

/** Calls the program for every cell. `cellNumber` is the number of the cell that the dial chooses, from 1. */
export function createGridStory(program: object, fields: GridFields, cellNumber: number | undefined): GridStory {
	const answeredCells = answerTableRows(program, { rows: fields.cells, function: fields.function });
	const lastIndex = Math.max(0, answeredCells.length - 1);
	return {
		cells: answeredCells.map((cell) => {
			const answerIndex = fields.values.findIndex((value) => verdict(cell.answer, value) === 'right');
			return { ...cell, answerIndex: answerIndex < 0 ? undefined : answerIndex };
		}),
		rows: Math.max(1, ...answeredCells.map(({ row }) => row)),
		columns: Math.max(1, ...answeredCells.map(({ column }) => column)),
		lookedAtIndex: cellNumber === undefined ? undefined : Math.min(lastIndex, Math.max(0, Math.round(cellNumber) - 1))
	};
}
