/** Keeps the columns of a pasted list and invents its rows, so that no real row is sent. */
import { MOST_LIST_COLUMNS, MOST_LIST_ROWS, type InventedList } from './problem-card.ts';
import { roleOfHeading, readSpreadsheetTable } from './spreadsheet-table.ts';

export interface PastedList {
	/** Rows of cells; all rows have the same number of cells. */
	cells: string[][];
	hasHeading: boolean;
}

/** Draws a number from 0 up to, but not including, 1. */
type RandomFractionSource = () => number;

const LONGEST_HEADING = 40;
/** Matches a figure: sign, number, and a unit behind it, such as `1 250,5`, `-3`, `12.5 %`, `4,20 €`. */
const NUMBER_CELL_PATTERN =
	/^([-+]?)(\d{1,3}(?:[  \u202f]\d{3})+|\d+)(?:([.,])(\d+))?(\s*(?:[€$£%]|[a-zA-Zµ°]{1,4}))?$/;
const DATE_CELL_PATTERN = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/;
const CLOCK_TIME_CELL_PATTERN = /^\d{1,2}(h|:| h )\d{0,2}$/;

/** Reads a pasted text as a list; undefined for a text with fewer than two rows or columns. */
export function readPastedList(text: string): PastedList | undefined {
	const rows = readSpreadsheetTable(text).map(({ cells }) => cells.slice(0, MOST_LIST_COLUMNS));
	const columnCount = Math.max(0, ...rows.map((cells) => cells.length));
	const rowsWithCells = rows.filter((cells) => cells.length > 1);
	if (columnCount < 2 || rowsWithCells.length < 2 || rowsWithCells.length * 3 < rows.length * 2) return undefined;
	const cells = rowsWithCells.map((row) => Array.from({ length: columnCount }, (_, at) => row[at] ?? ''));
	return { cells, hasHeading: hasLikelyHeadingRow(cells) };
}

/** Tells whether a text that was pasted into a sentence is a list: it has tabs, as copied spreadsheet cells do. */
export const isCopiedTable = (text: string): boolean =>
	text.split('\n').filter((line) => line.includes('\t')).length > 1 && readPastedList(text) !== undefined;

/**
 * Tells whether the first row names the columns. Unless the cells below are figures, the first row may be a person: it then
 * counts as a heading only with known column names.
 */
function hasLikelyHeadingRow([first = [], ...below]: string[][]): boolean {
	if (first.some((cell) => isFigureCell(cell) || cell.length > LONGEST_HEADING)) return false;
	if (first.filter((cell) => roleOfHeading(cell) !== undefined).length > 1) return true;
	return first.some((cell, at) => cell !== '' && below.length > 0 && below.every((row) => isFigureCell(row[at] ?? '')));
}

const isFigureCell = (cell: string): boolean =>
	NUMBER_CELL_PATTERN.test(cell) || DATE_CELL_PATTERN.test(cell) || CLOCK_TIME_CELL_PATTERN.test(cell);

/** Words for invented lists. `nameColumn` names a column without a heading; `nameText` returns the text of an invented cell. */
export interface InventedListWords {
	nameColumn: (at: number) => string;
	nameText: (at: number) => string;
}

/** Invents rows with the shapes of the real ones: figures within their range, texts replaced by numbered words. */
export function inventList(
	{ cells }: PastedList,
	hasHeading: boolean,
	{ nameColumn, nameText }: InventedListWords,
	random: RandomFractionSource = Math.random
): InventedList {
	const [first = [], ...below] = cells;
	const realRows = hasHeading ? below : cells;
	const columns = first.map((cell, at) =>
		hasHeading && cell !== '' ? cell.slice(0, LONGEST_HEADING) : nameColumn(at + 1)
	);
	const cellInventors = first.map((_, at) =>
		createCellInventor(
			realRows.map((row) => row[at] ?? ''),
			nameText,
			random
		)
	);
	const count = Math.min(realRows.length, MOST_LIST_ROWS);
	return { columns, rows: Array.from({ length: count }, (_, row) => cellInventors.map((make) => make(row))) };
}

function createCellInventor(
	realCells: string[],
	nameText: (at: number) => string,
	random: RandomFractionSource
): (row: number) => string {
	const filledCells = realCells.filter((cell) => cell !== '');
	const doAllMatch = (pattern: RegExp) => filledCells.length > 0 && filledCells.every((cell) => pattern.test(cell));
	if (filledCells.length === 0) return () => '';
	if (doAllMatch(NUMBER_CELL_PATTERN)) return () => inventNumber(filledCells, random);
	if (doAllMatch(DATE_CELL_PATTERN)) return () => inventDate(filledCells, random);
	if (doAllMatch(CLOCK_TIME_CELL_PATTERN)) return () => inventClockTime(filledCells[0] ?? '', random);
	// Texts that repeat in the real column repeat in the invented one, so that a column of categories still looks like one.
	const distinctTexts = [...new Set(filledCells)];
	return (row) =>
		nameText(
			(distinctTexts.indexOf(realCells[row] ?? '') === -1 ? row : distinctTexts.indexOf(realCells[row] ?? '')) + 1
		);
}

const pickRandomWholeNumber = (least: number, most: number, random: RandomFractionSource): number =>
	least + Math.floor(random() * (most - least + 1));

function inventNumber(realCells: string[], random: RandomFractionSource): string {
	const matches = realCells.map((cell) => NUMBER_CELL_PATTERN.exec(cell) ?? []);
	const [, , , mark = '', decimals = '', unit = ''] = matches.find((each) => each[4] !== undefined) ?? matches[0] ?? [];
	const scale = 10 ** Math.min(decimals.length, 6);
	const values = matches.map(([, sign = '', digits = '0', , rest = '']) =>
		Math.round(Number(`${sign}${digits.replace(/\D/g, '')}.${rest || 0}`) * scale)
	);
	const inventedInteger = pickRandomWholeNumber(
		roundOutwards(Math.min(...values), -1),
		roundOutwards(Math.max(...values), 1),
		random
	);
	const sign = inventedInteger < 0 ? '-' : '';
	const [before = '0', after = ''] = (Math.abs(inventedInteger) / scale)
		.toFixed(scale === 1 ? 0 : decimals.length)
		.split('.');
	return `${sign}${before}${after === '' ? '' : mark + after}${unit}`;
}

/** Rounds a limit outwards to two significant figures, because the smallest and largest real figure may belong to one person. */
function roundOutwards(value: number, direction: 1 | -1): number {
	const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1)) - 1);
	return (direction === 1 ? Math.ceil : Math.floor)(value / step) * step;
}

/** Invents a date in the notation and the year of the first real one, with a random month and a random day. */
function inventDate(realCells: string[], random: RandomFractionSource): string {
	const [, first = '', mark = '/', , last = ''] = DATE_CELL_PATTERN.exec(realCells[0] ?? '') ?? [];
	const day = String(pickRandomWholeNumber(1, 28, random)).padStart(2, '0');
	const month = String(pickRandomWholeNumber(1, 12, random)).padStart(2, '0');
	return first.length === 4 ? [first, month, day].join(mark) : [day, month, last].join(mark);
}

function inventClockTime(realCell: string, random: RandomFractionSource): string {
	const [, mark = ':'] = CLOCK_TIME_CELL_PATTERN.exec(realCell) ?? [];
	return `${pickRandomWholeNumber(6, 20, random)}${mark}${String(pickRandomWholeNumber(0, 3, random) * 15).padStart(2, '0')}`;
}
