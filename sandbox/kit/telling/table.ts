import { fill, line, noStroke, stroke, strokeWeight, textAlign, textSize, textStyle, textWidth } from 'braise/draw';
import { indoorColoursAt } from '../indoor-colours.ts';
import { drawRoundedBox, drawHairlines, drawPaperSheet } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText } from './writing.ts';

/** A cell of the table. Null is drawn as a black bar. */
type TableCell = string | number | null;

interface TablePlan {
	columns: readonly string[];
	rows: readonly (readonly TableCell[])[];
	/** Marks by index of the row. They differ in shape, so that nothing is told by colour alone. */
	marks?: Readonly<Record<number, 'right' | 'wrong'>>;
	/** Indexes of the rows whose first cell is crossed out. */
	struck?: readonly number[];
	current?: number;
	slate?: boolean;
}

const MIN_ROW_HEIGHT_PIXELS = 18;
const PAPER_EDGE_HEIGHT = 24;

export const countRowsThatFit = ({ height }: Area): number =>
	Math.max(1, Math.floor((height - PAPER_EDGE_HEIGHT) / MIN_ROW_HEIGHT_PIXELS - 1.2));

const MARK_SIGNS = { right: '✓', wrong: '✗' };

/** Draws as many rows as fit. Numbers are aligned to the right of their column. */
export function table(area: Area, { columns, rows, marks = {}, struck = [], current, slate = false }: TablePlan): void {
	const colours = currentPalette();
	const { chalk, chalkQuiet } = indoorColoursAt(colours.hour);
	const textColours = slate ? { ink: chalk, quiet: chalkQuiet } : { ink: colours.ink, quiet: colours.quiet };
	const { x, y, width, height } = drawTableBackground(area, slate);
	const rowHeight = Math.max(MIN_ROW_HEIGHT_PIXELS, Math.min(32, height / (rows.length + 1.2)));
	const size = Math.min(17, rowHeight * 0.66);
	const markWidth = size * 1.4;
	const columnWidth = (width - markWidth) / Math.max(1, columns.length);
	const visibleRows = rows.slice(0, Math.max(0, Math.floor(height / rowHeight - 1.2 + 1e-9)));
	textStyle('bold');
	textSize(size);
	const fittedSizes = columns.map((_, column) => {
		const widths = visibleRows.map((row) => textWidth(cellText(row[column] ?? '')));
		return Math.max(8, Math.min(size, (size * (columnWidth - 10)) / Math.max(1, ...widths)));
	});
	// The columns share one text size, because different sizes side by side are hard to read. Only a column that needs a much
	// smaller text has a size of its own.
	const commonSize = Math.max(size * 0.8, Math.min(...fittedSizes));
	const columnSizes = fittedSizes.map((own) => Math.min(own, commonSize));
	const writeCell = (cell: TableCell, column: number, rowY: number, colour: string): void => {
		if (cell === null)
			return drawRoundedBox(
				textColours.ink,
				x + columnWidth * column,
				rowY - size * 0.4,
				columnWidth - 10,
				size * 0.8,
				2
			);
		const isNumber = typeof cell === 'number';
		fill(colour);
		textAlign(isNumber ? 'right' : 'left', 'center');
		const textX = x + columnWidth * (column + (isNumber ? 1 : 0)) - (isNumber ? 10 : 0);
		drawFittedText(cellText(cell), textX, rowY, columnSizes[column] ?? size, columnWidth - 10);
	};
	fill(textColours.quiet);
	columns.forEach((title, column) => {
		const isNumber = typeof rows[0]?.[column] === 'number';
		textAlign(isNumber ? 'right' : 'left', 'center');
		drawFittedText(
			title,
			x + columnWidth * (column + (isNumber ? 1 : 0)) - (isNumber ? 10 : 0),
			y + rowHeight * 0.5,
			size * 0.92,
			columnWidth - 10
		);
	});
	stroke(textColours.quiet);
	strokeWeight(1.4);
	line(x, y + rowHeight, x + width, y + rowHeight);
	noStroke();
	visibleRows.forEach((row, index) => {
		const rowY = y + rowHeight * (index + 1.6);
		const mark = marks[index];
		if (index === current)
			drawRoundedBox(
				slate ? 'rgba(255, 255, 255, 0.12)' : 'rgba(242, 107, 33, 0.18)',
				x - 4,
				rowY - rowHeight / 2,
				width + 8,
				rowHeight,
				3
			);
		textStyle(mark === undefined ? 'normal' : 'bold');
		const colour = mark === undefined ? textColours.ink : markColour(mark, slate);
		row.slice(0, columns.length).forEach((cell, column) => {
			writeCell(cell, column, rowY, colour);
			if (column === 0 && cell !== null && struck.includes(index))
				drawHairlines(textColours.ink, 2, [x - 2, rowY, x + textWidth(cellText(cell)) + 2, rowY]);
		});
		if (mark === undefined) return;
		fill(colour);
		textAlign('right', 'center');
		drawFittedText(MARK_SIGNS[mark], x + width, rowY, size * 1.1, markWidth);
	});
}

function markColour(mark: 'right' | 'wrong', slate: boolean): string {
	const { red, green } = currentPalette();
	if (slate) return mark === 'right' ? '#b9e3a8' : '#ffab9b';
	return mark === 'right' ? green : red;
}

const cellText = (cell: string | number): string => (typeof cell === 'number' ? String(cell).replace('-', '−') : cell);

export function drawTableBackground({ x, y, width, height }: Area, slate: boolean): Area {
	const { shade, paper, hour } = currentPalette();
	const { wood, woodDark, slate: grey } = indoorColoursAt(hour);
	const corners = [x, y, x + width, y, x + width, y + height, x, y + height];
	drawPaperSheet(slate ? woodDark : paper, shade, corners, 6, slate ? 0.5 : 1.2);
	if (slate) {
		drawRoundedBox(wood, x + 2, y + 2, width - 4, height - 5, 2);
		drawRoundedBox(grey, x + 9, y + 9, width - 18, height - 18, 2);
	}
	const pad = slate ? 20 : 14;
	return { x: x + pad, y: y + pad - 4, width: width - pad * 2, height: height - pad * 2 + 4 };
}
