import { printValue } from './print.ts';
import { readProperty } from './property.ts';

export interface TestEachRow {
	values: unknown[];
	titleValue: unknown;
}

export function isTemplateCall(firstArgument: unknown): firstArgument is TemplateStringsArray {
	return Array.isArray(firstArgument) && Array.isArray(readProperty(firstArgument, 'raw'));
}

export function testEachRowsOfList(list: readonly unknown[]): TestEachRow[] {
	return list.map((row) => ({
		values: Array.isArray(row) ? row : [row],
		titleValue: Array.isArray(row) ? undefined : row
	}));
}

/** Reads the tagged form: a heading `a | b`, then as many values for each row. */
export function testEachRowsOfTemplate(templateTexts: TemplateStringsArray, values: unknown[]): TestEachRow[] {
	const columnNames = (templateTexts[0] ?? '')
		.split('|')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (columnNames.length === 0) return [];
	const rows: TestEachRow[] = [];
	for (let startIndex = 0; startIndex + columnNames.length <= values.length; startIndex += columnNames.length) {
		const row = Object.fromEntries(columnNames.map((name, index) => [name, values[startIndex + index]]));
		rows.push({ values: [row], titleValue: row });
	}
	return rows;
}

export function titleOfTestEachRow(title: string, row: TestEachRow, index: number): string {
	let nextIndex = 0;
	const printedTitle = title.replace(/%([sdifjoOp#$%])/g, (whole: string, kind: string) => {
		if (kind === '%') return '%';
		if (kind === '#') return String(index);
		if (kind === '$') return String(index + 1);
		return nextIndex < row.values.length ? formatTitleValue(kind, row.values[nextIndex++]) : whole;
	});
	return printedTitle.replace(
		/\$([\p{ID_Start}_][\p{ID_Continue}]*(?:\.[\p{ID_Continue}]+)*)/gu,
		(whole, path: string) => {
			let value = row.titleValue;
			for (const key of path.split('.')) {
				if (value === null || typeof value !== 'object' || !(key in value)) return whole;
				value = readProperty(value, key);
			}
			return typeof value === 'string' ? value : printValue(value);
		}
	);
}

function formatTitleValue(kind: string, value: unknown): string {
	if (kind === 's') return typeof value === 'string' ? value : printValue(value);
	if (kind === 'd') return typeof value === 'number' ? String(value) : String(Number(value));
	if (kind === 'i') return String(parseInt(String(value), 10));
	if (kind === 'f') return String(parseFloat(String(value)));
	if (kind === 'j') return JSON.stringify(value) ?? 'undefined';
	return printValue(value);
}
