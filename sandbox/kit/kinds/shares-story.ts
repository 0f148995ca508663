/** The story of what a program gives of each record, and to whom. It draws nothing. */
import { ask, type Answer } from '../ask.ts';
import type { SharesFields, TableRecord, TableRow } from './fields.ts';
import { copies } from './same-story.ts';

export interface Share {
	/** Id of the label of who gets it. */
	to: string;
	answer: Answer;
	/** What the program gives of each record; null where it gives nothing. */
	rows: Record<string, unknown>[];
	/** Names of columns: those that are given, those too many, and those that lack a value or have another one. */
	given: string[];
	extra: string[];
	missing: string[];
	isRight: boolean;
}

/** Asks what each one gets; undefined while the program has no such function. */
export function sharesStory(
	program: object,
	{ function: name, columns, to }: SharesFields,
	rows: readonly TableRow[]
): Share[] | undefined {
	if (!Reflect.has(program, name)) return undefined;
	// Everybody once: a row that repeats an earlier one is left out.
	const once = rows.filter(({ right }, index) => rows.findIndex((other) => other.right === right) === index);
	return Object.entries(to).map(([id, wanted]): Share => {
		const answer = ask(program, name, copies(once), [...wanted]);
		const records = Array.isArray(answer.value) ? answer.value.map(recordOf) : [];
		const given = columns.filter((column) => records.some((record) => record[column] !== undefined));
		const hasAll = (column: string) => once.every((row, index) => isGiven(row.record, records[index], column));
		const extra = given.filter((column) => !wanted.includes(column));
		const missing = wanted.filter((column) => !hasAll(column));
		const isRight = records.length === once.length && extra.length + missing.length === 0;
		return { to: id, answer, rows: records, given, extra, missing, isRight };
	});
}

const isGiven = (record: TableRecord | undefined, given: Record<string, unknown> | undefined, column: string) =>
	given?.[column] !== undefined && given[column] === record?.[column];

/** Reads whatever stands in the returned list as a record. */
function recordOf(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
