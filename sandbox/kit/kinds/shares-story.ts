/** Computes which columns of the records the program gives to each receiver. */
import { ask, type Answer } from '../ask.ts';
import type { ColumnSharesFields, TableRecord, TableRow } from './fields.ts';
import { copyRecords } from './same-story.ts';

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
