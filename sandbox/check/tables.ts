/** Titles and rows of `test.each`. */
import { printValue } from './print.ts';
import { readProperty } from './property.ts';

/** One row of a `test.each` table: the body's arguments, and the value whose properties the title names with `$`. */
export interface TableCase {
	values: unknown[];
	titleValues: unknown;
}

export function isTemplateCall(first: unknown): first is TemplateStringsArray {
	return Array.isArray(first) && Array.isArray(readProperty(first, 'raw'));
}

/** Reads the list form: `each([[1, 2], [3, 4]])`, `each([{ a: 1 }])`, `each([1, 2])`. */
export function tableCasesOfList(list: readonly unknown[]): TableCase[] {
	return list.map((row) => ({
		values: Array.isArray(row) ? row : [row],
		titleValues: Array.isArray(row) ? undefined : row
	}));
}

/** Reads the tagged form: a heading `a | b`, then as many values for each row. */
export function tableCasesOfTemplate(texts: TemplateStringsArray, values: unknown[]): TableCase[] {
	const names = (texts[0] ?? '')
		.split('|')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (names.length === 0) return [];
	const rows: TableCase[] = [];
	for (let start = 0; start + names.length <= values.length; start += names.length) {
		const row = Object.fromEntries(names.map((name, index) => [name, values[start + index]]));
		rows.push({ values: [row], titleValues: row });
	}
	return rows;
}

export function titleOfTableCase(title: string, row: TableCase, index: number): string {
	let next = 0;
	const printedTitle = title.replace(/%([sdifjoOp#$%])/g, (whole: string, kind: string) => {
		if (kind === '%') return '%';
		if (kind === '#') return String(index);
		if (kind === '$') return String(index + 1);
		return next < row.values.length ? formatValue(kind, row.values[next++]) : whole;
	});
	return printedTitle.replace(
		/\$([\p{ID_Start}_][\p{ID_Continue}]*(?:\.[\p{ID_Continue}]+)*)/gu,
		(whole, path: string) => {
			let value = row.titleValues;
			for (const key of path.split('.')) {
				if (value === null || typeof value !== 'object' || !(key in value)) return whole;
				value = readProperty(value, key);
			}
			return typeof value === 'string' ? value : printValue(value);
		}
	);
}

function formatValue(kind: string, value: unknown): string {
	if (kind === 's') return typeof value === 'string' ? value : printValue(value);
	if (kind === 'd') return typeof value === 'number' ? String(value) : String(Number(value));
	if (kind === 'i') return String(parseInt(String(value), 10));
	if (kind === 'f') return String(parseFloat(String(value)));
	if (kind === 'j') return JSON.stringify(value) ?? 'undefined';
	return printValue(value);
}
