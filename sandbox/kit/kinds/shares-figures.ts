/** Calculates the figures of a decision about who gets which columns. Draws nothing. */
import { ask } from '../ask.ts';
import type { SameRowsFields, SceneFigure, SharesFields, TableRow } from './fields.ts';
import { copyRecords, isCopy } from './same-story.ts';

/** Amounts by receiver. Each list is indexed by the number of columns that the receiver gets, from 0. */
type Amounts = Readonly<Record<string, readonly number[]>>;

/** A figure: a number of given values, of people who can be recognised, or an amount. */
export interface SharesFigure {
	id: string;
	unit?: string;
	counts?: 'given' | 'known';
	/** Amounts that count for each person; `once` holds amounts that count only once. */
	each?: Amounts;
	once?: Amounts;
	/** For each receiver: the name of the column that says which people count. */
	only?: Readonly<Record<string, string>>;
}

interface SharesPlan {
	rows: readonly TableRow[];
	same?: SameRowsFields;
	shares: SharesFields;
	/** Columns that tell who a person is. */
	names: readonly string[];
	figures: readonly SharesFigure[];
}

type Given = Readonly<Record<string, unknown>>;

/** Returns a function that calculates the figures. `values` is the number of columns that each receiver gets. */
export function sharesMeasure(program: object, plan: SharesPlan) {
	return (values: Record<string, number>): SceneFigure[] => {
		const { rows, same, shares, figures } = plan;
		const doubles = same ? listFrom(program, same.function, copyRecords(rows)) : [];
		const people = rows.filter(({ record = {} }) => !doubles.some((double) => isCopy(double, record)));
		const columnsOf = (to: string) => values[to] ?? 0;
		const files = Object.entries(shares.to)
			.map(([to, columns]) => columns.slice(0, columnsOf(to)))
			.filter((columns) => columns.length > 0)
			.map((columns) => listFrom(program, shares.function, copyRecords(people), columns));
		const countsByName = {
			given: files.flat().flatMap((row) => Object.values(row)).length,
			known: people.filter((_, index) => files.some((file) => isKnown(file[index], file, plan.names))).length
		};
		const amountOf = ({ each = {}, once = {}, only = {} }: SharesFigure): number => {
			const persons = (to: string) => {
				const column = only[to];
				return column === undefined ? people.length : people.filter(({ record }) => record?.[column] === true).length;
			};
			const at = (amounts: readonly number[], to: string) => amounts[columnsOf(to)] ?? 0;
			return (
				Object.entries(each).reduce((sum, [to, amounts]) => sum + at(amounts, to) * persons(to), 0) +
				Object.entries(once).reduce((sum, [to, amounts]) => sum + at(amounts, to), 0)
			);
		};
		return figures.map((figure) => {
			const { id, counts, unit = 'count' } = figure;
			const value = counts === undefined ? amountOf(figure) : countsByName[counts];
			return { id, value, unit, ...(counts === 'known' && { of: people.length }) };
		});
	};
}

function listFrom(program: object, name: string, ...args: unknown[]): Given[] {
	const { value } = ask(program, name, ...args);
	return Array.isArray(value) ? value.map((each): Given => ({ ...(each as object) })) : [];
}

/** Returns whether a person can be recognised: by a name, or because nobody else has the same row. */
function isKnown(row: Given | undefined, file: readonly Given[], names: readonly string[]): boolean {
	if (row === undefined) return false;
	const text = JSON.stringify(row);
	return (
		names.some((name) => row[name] !== undefined) || file.filter((other) => JSON.stringify(other) === text).length === 1
	);
}
