/** Rows and columns on paper, or in chalk on a slate. */
import { fill, line, noStroke, stroke, strokeWeight, textAlign, textStyle } from 'braise/draw';
import { indoorsFor } from '../indoors.ts';
import { box, sheet } from '../paper.ts';
import { palette, type Area } from '../stage.ts';
import { fittedText } from './fitted.ts';

type Cell = string | number;

interface TablePlan {
	/** Titles of the columns. */
	columns: readonly string[];
	rows: readonly (readonly Cell[])[];
	/** By row: what is right or wrong, never by colour alone. */
	marks?: Readonly<Record<number, 'right' | 'wrong'>>;
	/** The row that is looked at. */
	current?: number;
	/** Written in chalk. */
	slate?: boolean;
}

const MARKS = { right: '✓', wrong: '✗' };

/** Draws as many rows as fit; numbers stand on the right of their column. */
export function table(area: Area, { columns, rows, marks = {}, current, slate = false }: TablePlan): void {
	const colours = palette();
	const { chalk, chalkQuiet } = indoorsFor(colours.hour);
	const inks = slate ? { ink: chalk, quiet: chalkQuiet } : { ink: colours.ink, quiet: colours.quiet };
	const { x, y, width, height } = board(area, slate);
	const pitch = Math.max(18, Math.min(32, height / (rows.length + 1.2)));
	const size = Math.min(17, pitch * 0.66);
	const gap = size * 1.4;
	const wide = (width - gap) / Math.max(1, columns.length);
	const shown = rows.slice(0, Math.max(0, Math.floor(height / pitch - 1.2 + 1e-9)));
	const write = (cell: Cell, column: number, middle: number): void => {
		const isNumber = typeof cell === 'number';
		textAlign(isNumber ? 'right' : 'left', 'center');
		fittedText(textOf(cell), x + wide * (column + (isNumber ? 1 : 0)) - (isNumber ? 10 : 0), middle, size, wide - 10);
	};
	textStyle('bold');
	fill(inks.quiet);
	columns.forEach((title, column) => {
		const isNumber = typeof rows[0]?.[column] === 'number';
		textAlign(isNumber ? 'right' : 'left', 'center');
		fittedText(
			title,
			x + wide * (column + (isNumber ? 1 : 0)) - (isNumber ? 10 : 0),
			y + pitch * 0.5,
			size * 0.92,
			wide - 10
		);
	});
	stroke(inks.quiet);
	strokeWeight(1.4);
	line(x, y + pitch, x + width, y + pitch);
	noStroke();
	shown.forEach((row, index) => {
		const middle = y + pitch * (index + 1.6);
		const mark = marks[index];
		if (index === current)
			box(
				slate ? 'rgba(255, 255, 255, 0.12)' : 'rgba(242, 107, 33, 0.18)',
				x - 4,
				middle - pitch / 2,
				width + 8,
				pitch,
				3
			);
		textStyle(mark === undefined ? 'normal' : 'bold');
		fill(mark === undefined ? inks.ink : markInk(mark, slate));
		row.slice(0, columns.length).forEach((cell, column) => write(cell, column, middle));
		if (mark === undefined) return;
		textAlign('right', 'center');
		fittedText(MARKS[mark], x + width, middle, size * 1.1, gap);
	});
}

function markInk(mark: 'right' | 'wrong', slate: boolean): string {
	const { red, green } = palette();
	if (slate) return mark === 'right' ? '#b9e3a8' : '#ffab9b';
	return mark === 'right' ? green : red;
}

const textOf = (cell: Cell): string => (typeof cell === 'number' ? String(cell).replace('-', '−') : cell);

/** Draws what the rows stand on, and returns where they may stand. */
function board({ x, y, width, height }: Area, slate: boolean): Area {
	const { shade, paper, hour } = palette();
	const { wood, woodDark, slate: grey } = indoorsFor(hour);
	const corners = [x, y, x + width, y, x + width, y + height, x, y + height];
	sheet(slate ? woodDark : paper, shade, corners, 6, slate ? 0.5 : 1.2);
	if (slate) {
		box(wood, x + 2, y + 2, width - 4, height - 5, 2);
		box(grey, x + 9, y + 9, width - 18, height - 18, 2);
	}
	const pad = slate ? 20 : 14;
	return { x: x + pad, y: y + pad - 4, width: width - pad * 2, height: height - pad * 2 + 4 };
}
