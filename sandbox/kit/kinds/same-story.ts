import { ask, type Answer, type Verdict } from '../ask.ts';
import type { RowGroupingFields, TableFields, TableRecord, TableRow, ColumnSharesFields } from './fields.ts';
import type { LineTotal } from './line-story.ts';
import type { AnsweredTableRow } from './stories.ts';

/**
 * What is wrong with a row: it is kept apart from an earlier row that it repeats, taken for a repeat of another row, or counted
 * wrongly.
 */
export type RowGroupingFault =
	| { kind: 'apart' | 'confused'; earlier: TableRow }
	| { kind: 'uncounted' | 'counted' }
	| { kind: 'odd' };

export interface GroupedRow extends AnsweredTableRow {
	/** Number of the group of rows that have the same answer, from 1. */
	group: number;
	isStruckOut: boolean;
	fault: RowGroupingFault | undefined;
}

interface RowGroupingStory {
	rows: GroupedRow[];
	/** The number of rows that repeat an earlier row. */
	total: LineTotal;
}

export function createRowGroupingStory(
	program: object,
	fields: TableFields,
	sameFields: RowGroupingFields,
	rows: readonly TableRow[]
): RowGroupingStory {
	const answeredRows = rows.map((row) => ({ ...row, answer: ask(program, fields.function, ...row.given) }));
	const answerKeys = answeredRows.map(({ answer }, index) => answerGroupKeyOf(answer) ?? `row ${index}`);
	const distinctKeys = [...new Set(answerKeys)];
	const isRepeatByRow = answeredRows.map(
		({ right }, index) => rows.findIndex((other) => other.right === right) < index
	);
	const programRepeatAnswer = askForRepeatedRecords(program, sameFields, rows);
	const isStruckOutByRow =
		programRepeatAnswer?.isStruckOutByRow ?? answerKeys.map((key, index) => answerKeys.indexOf(key) < index);
	const groupedRows = answeredRows.map((row, index): GroupedRow => {
		const isStruckOut = isStruckOutByRow[index] ?? false;
		const isCountedRight = programRepeatAnswer?.isStruckOutByRow === undefined || isStruckOut === isRepeatByRow[index];
		const fault: RowGroupingFault | undefined =
			answerGroupKeyOf(row.answer) === undefined
				? { kind: 'odd' }
				: (findGroupingFault(rows, answerKeys, index) ??
					(isCountedRight ? undefined : { kind: isStruckOut ? 'counted' : 'uncounted' }));
		const verdict: Verdict = fault === undefined ? 'right' : fault.kind === 'odd' ? 'odd' : 'wrong';
		return { ...row, group: distinctKeys.indexOf(answerKeys[index] ?? '') + 1, isStruckOut, fault, verdict };
	});
	const rightCount = isRepeatByRow.filter(Boolean).length;
	const answer = programRepeatAnswer?.answer ?? answerOfCount(isStruckOutByRow.filter(Boolean).length);
	return { rows: groupedRows, total: { answer, right: rightCount, verdict: verdictOfTotal(answer, rightCount) } };
}

/** Returns the group that an answer belongs to; undefined for an answer that is neither text nor number. */
function answerGroupKeyOf({ value }: Answer): string | undefined {
	return typeof value === 'string' || typeof value === 'number' ? `${typeof value} ${value}` : undefined;
}

/** The first fault: an earlier row that is wrongly kept apart from this row, or wrongly put together with it. */
function findGroupingFault(
	rows: readonly TableRow[],
	answerKeys: readonly string[],
	index: number
): RowGroupingFault | undefined {
	for (const [at, earlier] of rows.slice(0, index).entries()) {
		const isSame = earlier.right === rows[index]?.right;
		if (isSame !== (answerKeys[at] === answerKeys[index])) return { kind: isSame ? 'apart' : 'confused', earlier };
	}
	return undefined;
}

/** Calls the program's function that finds repeated records; returns undefined while the program lacks that function. */
function askForRepeatedRecords(
	program: object,
	{ function: name }: RowGroupingFields,
	rows: readonly TableRow[]
): { answer: Answer; isStruckOutByRow?: boolean[] } | undefined {
	if (!Reflect.has(program, name)) return undefined;
	// The program gets copies, because it may change what it gets.
	const answer = ask(program, name, copyRecords(rows));
	if (!Array.isArray(answer.value)) return { answer };
	const returnedList: readonly unknown[] = answer.value;
	const isStruckOutByRow = rows.map(({ record = {} }) => returnedList.some((each) => isCopyOfRecord(each, record)));
	return { answer: answerOfCount(returnedList.length, returnedList), isStruckOutByRow };
}

export function isCopyOfRecord(value: unknown, record: TableRecord): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(record).every(([name, own]) => Reflect.get(value, name) === own);
}

export const copyRecords = (rows: readonly TableRow[]): object[] => rows.map(({ record }) => ({ ...record }));

const answerOfCount = (count: number, value: unknown = count): Answer => {
	return { shown: String(count), number: count, odd: false, value };
};

function verdictOfTotal({ number }: Answer, right: number): Verdict {
	if (number === null) return 'odd';
	return number === right ? 'right' : 'wrong';
}

export interface ReceiverShare {
	/** Id of the receiver's label. */
	to: string;
	answer: Answer;
	/** The records that the program returned, in order; empty when it returned no list. */
	rows: Record<string, unknown>[];
	/**
	 * Names of columns: given ones, those given though the receiver should not get them, and those whose value is missing or
	 * wrong.
	 */
	given: string[];
	extra: string[];
	missing: string[];
	isRight: boolean;
}

/** Calls the program's function for each receiver; returns undefined while the program lacks that function. */
export function createReceiverShares(
	program: object,
	{ function: name, columns, to }: ColumnSharesFields,
	rows: readonly TableRow[]
): ReceiverShare[] | undefined {
	if (!Reflect.has(program, name)) return undefined;
	// Each person counts once: rows that repeat an earlier row are left out.
	const rowsWithoutRepeats = rows.filter(
		({ right }, index) => rows.findIndex((other) => other.right === right) === index
	);
	return Object.entries(to).map(([id, wantedColumns]): ReceiverShare => {
		const answer = ask(program, name, copyRecords(rowsWithoutRepeats), [...wantedColumns]);
		const records = Array.isArray(answer.value) ? answer.value.map(returnedRecordOf) : [];
		const givenColumns = columns.filter((column) => records.some((record) => record[column] !== undefined));
		const hasAllValues = (column: string) =>
			rowsWithoutRepeats.every((row, index) => isColumnGiven(row.record, records[index], column));
		const extraColumns = givenColumns.filter((column) => !wantedColumns.includes(column));
		const missingColumns = wantedColumns.filter((column) => !hasAllValues(column));
		const isRight = records.length === rowsWithoutRepeats.length && extraColumns.length + missingColumns.length === 0;
		return {
			to: id,
			answer,
			rows: records,
			given: givenColumns,
			extra: extraColumns,
			missing: missingColumns,
			isRight
		};
	});
}

const isColumnGiven = (
	record: TableRecord | undefined,
	answerRecord: Record<string, unknown> | undefined,
	column: string
) => answerRecord?.[column] !== undefined && answerRecord[column] === record?.[column];

/** Returns an item of the returned list as a record; an empty record for an item that is no object. */
function returnedRecordOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
