/** Reads pasted examples: Python's `assert` lines, or the columns of a spreadsheet. */
import type { PastedExample, PastedLine, PastedLineProblem } from './pasted-line.ts';
import { readPastedTable } from './pasted-table.ts';
import { PastedValueReader, type PastedValue } from './pasted-value.ts';

/** Examples of one function. */
export interface PastedExampleGroup {
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
