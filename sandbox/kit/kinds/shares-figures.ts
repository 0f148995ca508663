import { ask } from '../ask.ts';
import type { RowGroupingFields, SceneFigure, ColumnSharesFields, TableRow } from './fields.ts';
import { copyRecords, isCopyOfRecord } from './same-story.ts';

/** Amounts by receiver. Each list is indexed by the number of columns that the receiver gets, from 0. */
type AmountsByReceiver = Readonly<Record<string, readonly number[]>>;

export interface SharesFigure {
	id: string;
	unit?: string;
	counts?: 'given' | 'known';
	/** Amounts that are added for each person; `once` holds amounts that are added only once. */
	each?: AmountsByReceiver;
	once?: AmountsByReceiver;
	/** By receiver: the name of the column that says which people are counted. */
	only?: Readonly<Record<string, string>>;
}

interface SharesPlan {
	rows: readonly TableRow[];
	same?: RowGroupingFields;
	shares: ColumnSharesFields;
	names: readonly string[];
	figures: readonly SharesFigure[];
}

type ReturnedRecord = Readonly<Record<string, unknown>>;

/** Returns a function that calculates the figures. `values` is the number of columns that each receiver gets. */
export function sharesMeasure(program: object, plan: SharesPlan) {
	return (values: Record<string, number>): SceneFigure[] => {
		const { rows, same, shares, figures } = plan;
		const repeatedRecords = same ? askForRecords(program, same.function, copyRecords(rows)) : [];
		const peopleRows = rows.filter(
			({ record = {} }) => !repeatedRecords.some((double) => isCopyOfRecord(double, record))
		);
		const columnCountOf = (to: string) => values[to] ?? 0;
		const givenLists = Object.entries(shares.to)
			.map(([to, columns]) => columns.slice(0, columnCountOf(to)))
			.filter((columns) => columns.length > 0)
			.map((columns) => askForRecords(program, shares.function, copyRecords(peopleRows), columns));
		const countsByName = {
			given: givenLists.flat().flatMap((row) => Object.values(row)).length,
			known: peopleRows.filter((_, index) =>
				givenLists.some((givenList) => isPersonRecognisable(givenList[index], givenList, plan.names))
			).length
		};
		const amountOf = ({ each = {}, once = {}, only = {} }: SharesFigure): number => {
			const personCountOf = (to: string) => {
				const column = only[to];
				return column === undefined
					? peopleRows.length
					: peopleRows.filter(({ record }) => record?.[column] === true).length;
			};
			const amountAt = (amounts: readonly number[], to: string) => amounts[columnCountOf(to)] ?? 0;
			return (
				Object.entries(each).reduce((sum, [to, amounts]) => sum + amountAt(amounts, to) * personCountOf(to), 0) +
				Object.entries(once).reduce((sum, [to, amounts]) => sum + amountAt(amounts, to), 0)
			);
		};
		return figures.map((figure) => {
			const { id, counts, unit = 'count' } = figure;
			const value = counts === undefined ? amountOf(figure) : countsByName[counts];
			return { id, value, unit, ...(counts === 'known' && { of: peopleRows.length }) };
		});
	};
}

function askForRecords(program: object, name: string, ...args: unknown[]): ReturnedRecord[] {
	const { value } = ask(program, name, ...args);
	return Array.isArray(value) ? value.map((each): ReturnedRecord => ({ ...(each as object) })) : [];
}

/** Returns whether a person can be recognised: by a name, or because nobody else has the same row. */
function isPersonRecognisable(
	row: ReturnedRecord | undefined,
	givenList: readonly ReturnedRecord[],
	names: readonly string[]
): boolean {
	if (row === undefined) return false;
	const text = JSON.stringify(row);
	return (
		names.some((name) => row[name] !== undefined) ||
		givenList.filter((other) => JSON.stringify(other) === text).length === 1
	);
}
