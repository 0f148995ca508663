/** Reads examples from the columns of a spreadsheet: a header, then one example in each row. */
import type { PastedLine } from './pasted-line.ts';
import { PastedValueReader, type PastedValue } from './pasted-value.ts';

interface PastedTableRow {
	row: string;
	/** Number of the row, counted from 1. */
	line: number;
}

const VALID_NAME_PATTERN = /^[A-Za-z_$][\w$]*$/;
/** Values that spreadsheets write as words, in English and in French. */
const VALUE_BY_WORD = new Map<string, PastedValue>([
	['true', true],
	['vrai', true],
	['false', false],
	['faux', false],
	['none', null],
	['null', null]
]);
const THOUSANDS_SPACES_PATTERN = /[ \u00a0\u202f](?=\d{3}(?!\d))/g;
const PLAIN_NUMBER_PATTERN = /^[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+)?$/;
/** Matches a number with commas, such as 1,200, which in French is little more than one. */
const UNCLEAR_NUMBER_PATTERN = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+$/;

/**
 * Reads a table. The header of the last column names the function and the cells below are what it returns; the other columns are its
 * parameters, by name.
 */
export function readPastedTable([header, ...rows]: PastedTableRow[]): { line: number; read: PastedLine }[] {
	if (header === undefined) return [];
	const columnNames = splitIntoCells(header.row).map((cell) => unquoteCell(cell) ?? cell);
	const unfitName = columnNames.find((name) => !VALID_NAME_PATTERN.test(name) || name === '__proto__');
	if (unfitName !== undefined) return [{ line: header.line, read: { fault: 'no-name', text: unfitName } }];
	return rows.map(({ row, line }) => ({ line, read: readTableRow(row, columnNames) }));
}

function readTableRow(row: string, columnNames: string[]): PastedLine {
	const cells = splitIntoCells(row);
	const missingName = columnNames.find((_, index) => (cells[index] ?? '') === '');
	if (missingName !== undefined) return { fault: 'cell-missing', text: missingName };
	const furtherCell = cells.slice(columnNames.length).find((cell) => cell !== '');
	if (furtherCell !== undefined) return { fault: 'no-name', text: furtherCell };
	const unclearCell = cells.find((cell) => UNCLEAR_NUMBER_PATTERN.test(cell));
	if (unclearCell !== undefined) return { fault: 'unclear-number', text: unclearCell };
	const values = columnNames.map((name, index): [string, PastedValue] => [name, readCellValue(cells[index] ?? '')]);
	const [name, returns] = values.pop() ?? ['', null];
	return { function: name, given: Object.fromEntries(values), returns };
}

function splitIntoCells(row: string): string[] {
	return row.split('\t').map((cell) => cell.trim());
}

/** Reads a cell as a value; a cell that fits no other type is a text. */
function readCellValue(cell: string): PastedValue {
	const text = unquoteCell(cell);
	if (text !== undefined) return text;
	const wordValue = VALUE_BY_WORD.get(cell.toLowerCase());
	if (wordValue !== undefined) return wordValue;
	const digits = cell.replace(THOUSANDS_SPACES_PATTERN, '').replace('−', '-');
	if (PLAIN_NUMBER_PATTERN.test(digits)) {
		const number = Number(digits.replace(',', '.'));
		if (Number.isFinite(number)) return number;
	}
	const reader = new PastedValueReader(cell);
	const value = /^[[({]/.test(cell) ? reader.readValue() : undefined;
	return value === undefined || reader.rest !== '' ? cell : value;
}

/** Removes the quotes around a cell, in which spreadsheets double each quote; undefined for a cell without quotes around it. */
function unquoteCell(cell: string): string | undefined {
	const [, mark = '', text = ''] = /^(['"])([^]*)\1$/.exec(cell) ?? [];
	return mark === '' ? undefined : text.replaceAll(mark + mark, mark);
}
