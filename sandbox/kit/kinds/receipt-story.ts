/** Computes the story of a bill: the program's price for each line, and the program's total. */
import { ask, verdict, type Answer } from '../ask.ts';
import type { ReceiptFields, ReceiptRow } from './receipt-fields.ts';
import type { LineTotal } from './line-story.ts';
import type { AnsweredTableRow } from './table-story.ts';

export type AnsweredBillLine = ReceiptRow & AnsweredTableRow;

export interface ReceiptStory {
	lines: AnsweredBillLine[];
	/** The program's total; undefined while the program has no such function. */
	total: LineTotal | undefined;
	/** True when the dial sets how many lines there are. */
	isMoved: boolean;
}

/** Calls the program for the first lines of the bill, as many as the dial sets, or for all lines. */
export function createReceiptStory(
	program: object,
	fields: ReceiptFields,
	lineCount: number | undefined
): ReceiptStory {
	const rows = fields.rows.slice(0, lineCount ?? fields.rows.length);
	const { function: name, total } = fields;
	const lines = rows.map((row): AnsweredBillLine => {
		const answer = name === undefined ? answerOfNumber(row.right) : ask(program, name, ...row.given);
		return { ...row, answer, verdict: verdict(answer, row.right) };
	});
	const hasTotal = total !== undefined && Reflect.has(program, total.function);
	return {
		lines,
		total: hasTotal ? createReceiptTotal(program, total.function, rows) : undefined,
		isMoved: lineCount !== undefined
	};
}

const answerOfNumber = (value: number): Answer => ({ shown: String(value), number: value, odd: false, value });

function createReceiptTotal(program: object, functionName: string, rows: readonly ReceiptRow[]): LineTotal {
	// The sum is rounded, because sums of decimal fractions are not exact.
	const priceSum = Math.round(rows.reduce((all, { right }) => all + right, 0) * 100) / 100;
	const rightTotal = rows.at(-1)?.sum ?? priceSum;
	// The program gets copies, because it may change what it gets.
	const answer = ask(
		program,
		functionName,
		rows.map(({ record, given }) => (record ? { ...record } : [...given]))
	);
	return { answer, right: rightTotal, verdict: verdict(answer, rightTotal) };
}
