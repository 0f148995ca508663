import { ask, verdict, type Answer, type Verdict } from '../ask.ts';
import type { TableRow, GridCell, GridFields, ReceiptFields, ReceiptRow, WeekEntry, WeekFields } from './fields.ts';
import type { LineTotal } from './line-story.ts';

export interface AnsweredTableRow extends TableRow {
	answer: Answer;
	verdict: Verdict;
}

export function answerTableRows<Row extends TableRow>(
	program: object,
	{ rows, function: name }: { rows: readonly Row[]; function: string }
): (Row & AnsweredTableRow)[] {
	return rows.map((row) => {
		const answer = ask(program, name, ...row.given);
		return { ...row, answer, verdict: verdict(answer, row.right) };
	});
}

export type AnsweredCell = GridCell &
	AnsweredTableRow & {
		/** Index of the program's answer in `GridFields.values`; undefined for an answer that is not listed there. */
		answerIndex: number | undefined;
	};

export interface GridStory {
	cells: AnsweredCell[];
	rows: number;
	columns: number;
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

export type AnsweredBillLine = ReceiptRow & AnsweredTableRow;

export interface ReceiptStory {
	lines: AnsweredBillLine[];
	/** The program's total; undefined while the program has no such function. */
	total: LineTotal | undefined;
	isMoved: boolean;
}

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

export type AnsweredWeekEntry = WeekEntry &
	AnsweredTableRow & {
		/** Day on which the entry is drawn, from 1; undefined when the program named none. */
		shownOn: number | undefined;
		/** True when the program accepts the entry. */
		isIn: boolean;
	};

export interface WeekStory {
	entries: AnsweredWeekEntry[];
	isMoved: boolean;
}

const DAYS_PER_WEEK = 7;

export function createWeekStory(program: object, fields: WeekFields, entryCount: number | undefined): WeekStory {
	const entries = fields.entries.slice(0, entryCount ?? fields.entries.length);
	return {
		entries: entries.map((entry, index) => askAboutEntry(program, fields, entry, entries.slice(0, index))),
		isMoved: entryCount !== undefined
	};
}

function askAboutEntry(
	program: object,
	{ function: name }: WeekFields,
	entry: WeekEntry,
	earlierEntries: readonly WeekEntry[]
): AnsweredWeekEntry {
	// The program gets the earlier entries that really fit, and not those that it accepted, so that one mistake does not cause
	// others.
	const fittingEntries = earlierEntries.filter(isFittingEntry).map(({ who, day, from, to, right }) => {
		return { who, day: typeof right === 'number' ? right : (day ?? 0), from, to };
	});
	const answer = ask(program, name, ...entry.given, fittingEntries);
	const { value, number } = answer;
	const isValidDay = number !== null && Number.isInteger(number) && number >= 1 && number <= DAYS_PER_WEEK;
	const isDayAsked = typeof entry.right === 'number';
	return {
		...entry,
		answer,
		verdict: verdict(answer, entry.right),
		shownOn: isDayAsked ? (isValidDay ? number : undefined) : entry.day,
		isIn: isDayAsked ? isValidDay : value === true || (typeof value === 'string' && typeof entry.right === 'string')
	};
}

const isFittingEntry = ({ right }: WeekEntry): boolean => right !== false && right !== 0;

/** Returns how many days a week shows: the working days, or more if an entry needs them. */
export const countShownDays = ({ entries }: Pick<WeekFields, 'entries'>): number =>
	Math.min(
		DAYS_PER_WEEK,
		Math.max(5, ...entries.map(({ day, right }) => Math.max(day ?? 0, typeof right === 'number' ? right : 0)))
	);
