import { type PastedValue, PastedValueReader } from './pasted-value.ts';

interface PastedExample {
	/** Values that the function is given: in order, or by parameter name. */
	given: PastedValue[] | Record<string, PastedValue>;
	returns: PastedValue;
}

export type PastedLineFault =
	| 'no-example'
	| 'no-value'
	| 'named-in-part'
	| 'no-name'
	| 'cell-missing'
	| 'unclear-number';

export interface PastedLineProblem {
	/** Number of the line, counted from 1. */
	line: number;
	fault: PastedLineFault;
	text: string;
}

type PastedLine = (PastedExample & { function: string }) | Omit<PastedLineProblem, 'line'>;

interface PastedExampleGroup {
	function: string;
	examples: PastedExample[];
}

interface PastedExamples {
	checks: PastedExampleGroup[];
	problems: PastedLineProblem[];
}

/** Reads pasted examples. Lines that are no examples are reported, and do not keep the other lines from being read. */
export function parsePastedExamples(text: string): PastedExamples {
	const rows = text.split(/\r\n|\r|\n/).map((row, index) => ({ row, line: index + 1 }));
	const filledRows = rows.filter(({ row }) => row.trim() !== '');
	const isTable = filledRows[0]?.row.includes('\t') ?? false;
	const lines = isTable
		? readPastedTable(filledRows)
		: filledRows
				.filter(({ row }) => !/^\s*(?:#|def\b|import\b|from\b)/.test(row))
				.map(({ row, line }) => ({ line, read: readAssertion(row) }));
	const examplesByFunction = new Map<string, PastedExample[]>();
	const problems: PastedLineProblem[] = [];
	for (const { line, read } of lines) {
		if ('fault' in read) {
			problems.push({ line, ...read });
			continue;
		}
		const examples = examplesByFunction.get(read.function) ?? [];
		examples.push({ given: read.given, returns: read.returns });
		examplesByFunction.set(read.function, examples);
	}
	return { checks: [...examplesByFunction].map(([name, examples]) => ({ function: name, examples })), problems };
}

/** Reads `assert f(2) == 3`, `assert f(2) is None`, `assert f(2)` or `assert not f(2)`, with or without a message after it. */
function readAssertion(row: string): PastedLine {
	const reader = new PastedValueReader(row);
	const noExampleProblem: PastedLine = { fault: 'no-example', text: row.trim() };
	if (!reader.takeMatch(/assert\b/y)) return noExampleProblem;
	const isDenied = reader.takeMatch(/not\b/y) !== undefined;
	const name = reader.takeMatch(/[A-Za-z_]\w*(?=\s*\()/y)?.[0];
	if (name === undefined) return noExampleProblem;
	const givenValues = readGivenValues(reader);
	if ('fault' in givenValues) return givenValues;
	const isCompared = reader.takeMatch(/==|is\b(?!\s+not\b)/y) !== undefined;
	if (isDenied && isCompared) return noExampleProblem;
	const returns = isCompared ? reader.readValue() : !isDenied;
	if (returns === undefined) return { fault: 'no-value', text: reader.rest || row.trim() };
	return reader.rest === '' || /^[#,]/.test(reader.rest)
		? { function: name, ...givenValues, returns }
		: noExampleProblem;
}

function readGivenValues(reader: PastedValueReader): Pick<PastedExample, 'given'> | Omit<PastedLineProblem, 'line'> {
	reader.takeMatch(/\(/y);
	const values: { name: string | undefined; value: PastedValue }[] = [];
	while (!reader.takeMatch(/\)/y)) {
		const name = reader.takeMatch(/([A-Za-z_]\w*)\s*=(?!=)/y)?.[1];
		const restBefore = reader.rest;
		const value = reader.readValue();
		if (value === undefined) return { fault: 'no-value', text: restBefore };
		values.push({ name, value });
		if (reader.takeMatch(/,/y) || /^\)/.test(reader.rest)) continue;
		return { fault: 'no-value', text: restBefore };
	}
	const namedValues = values.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value] as const]));
	if (namedValues.length === 0) return { given: values.map(({ value }) => value) };
	if (namedValues.length === values.length) return { given: Object.fromEntries(namedValues) };
	return { fault: 'named-in-part', text: namedValues.map(([name]) => name).join(', ') };
}

interface PastedTableRow {
	row: string;
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
function readPastedTable([header, ...rows]: PastedTableRow[]): { line: number; read: PastedLine }[] {
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

/** Writes examples as YAML. Titles are left empty, because only the author knows what a check is about. */
export function formatExamplesYaml(checks: readonly PastedExampleGroup[]): string {
	return checks
		.map(({ function: name, examples }) =>
			[
				"- because: { fr: '', en: '' }",
				`  function: ${name}`,
				'  examples:',
				...examples.map(formatExampleLine),
				''
			].join('\n')
		)
		.join('\n');
}

function formatExampleLine({ given, returns }: PastedExample): string {
	const isEmpty = Array.isArray(given) && given.length === 0;
	return `    - { ${isEmpty ? '' : `given: ${formatYamlValue(given)}, `}returns: ${formatYamlValue(returns)} }`;
}

function formatYamlValue(value: PastedValue): string {
	if (typeof value === 'string') return formatYamlText(value);
	if (value === null || typeof value !== 'object') return String(value);
	if (Array.isArray(value)) return `[${value.map(formatYamlValue).join(', ')}]`;
	const members = Object.entries(value).map(([name, each]) => `${formatYamlKey(name)}: ${formatYamlValue(each)}`);
	return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function formatYamlKey(name: string): string {
	return /^[A-Za-z_]\w*$/.test(name) && !/^(?:true|false|null)$/i.test(name) ? name : formatYamlText(name);
}

/**
 * Writes a text in single quotes, which keep every character but line ends and invisible ones; a text with such characters is written as
 * JSON.
 */
function formatYamlText(text: string): string {
	return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
