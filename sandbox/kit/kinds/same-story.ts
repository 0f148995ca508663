/** The story of rows of which some belong together, by what the program returns for each. It draws nothing. */
import { ask, type Answer, type Verdict } from '../ask.ts';
import type { SameFields, TableFields, TableRecord, TableRow } from './fields.ts';
import type { LineTotal } from './line-story.ts';
import type { AskedRow } from './table-story.ts';

/** What is wrong with a row: it is kept apart from an earlier one, taken for one, or counted where it should not be. */
export type SameFault =
	| { kind: 'apart' | 'confused'; earlier: TableRow }
	| { kind: 'uncounted' | 'counted' }
	| { kind: 'odd' };

export interface SameRow extends AskedRow {
	/** The number of the rows that have the same answer, from 1. */
	group: number;
	/** The program says that it repeats an earlier row. */
	struck: boolean;
	fault: SameFault | undefined;
}

export interface SameStory {
	rows: SameRow[];
	/** How many rows repeat an earlier one. */
	total: LineTotal;
}

/** Groups the rows by the program's answers, and compares the groups with the right ones. */
export function sameStory(
	program: object,
	fields: TableFields,
	same: SameFields,
	rows: readonly TableRow[]
): SameStory {
	const asked = rows.map((row) => ({ ...row, answer: ask(program, fields.function, ...row.given) }));
	const keys = asked.map(({ answer }, index) => keyOf(answer) ?? `row ${index}`);
	const groups = [...new Set(keys)];
	const repeats = asked.map(({ right }, index) => rows.findIndex((other) => other.right === right) < index);
	const counted = countedBy(program, same, rows);
	const said = counted?.struck ?? keys.map((key, index) => keys.indexOf(key) < index);
	const rowsOf = asked.map((row, index): SameRow => {
		const isSaid = said[index] ?? false;
		const isCounted = counted?.struck === undefined || isSaid === repeats[index];
		const fault: SameFault | undefined =
			keyOf(row.answer) === undefined
				? { kind: 'odd' }
				: (groupFault(rows, keys, index) ?? (isCounted ? undefined : { kind: isSaid ? 'counted' : 'uncounted' }));
		const verdict: Verdict = fault === undefined ? 'right' : fault.kind === 'odd' ? 'odd' : 'wrong';
		return { ...row, group: groups.indexOf(keys[index] ?? '') + 1, struck: isSaid, fault, verdict };
	});
	const right = repeats.filter(Boolean).length;
	const answer = counted?.answer ?? countAnswer(said.filter(Boolean).length);
	return { rows: rowsOf, total: { answer, right, verdict: totalVerdict(answer, right) } };
}

/** Returns the group of an answer: only texts and numbers make groups. */
function keyOf({ value }: Answer): string | undefined {
	return typeof value === 'string' || typeof value === 'number' ? `${typeof value} ${value}` : undefined;
}

/** Finds the first earlier row that this one is wrongly kept apart from, or wrongly taken for. */
function groupFault(rows: readonly TableRow[], keys: readonly string[], index: number): SameFault | undefined {
	for (const [at, earlier] of rows.slice(0, index).entries()) {
		const isSame = earlier.right === rows[index]?.right;
		if (isSame !== (keys[at] === keys[index])) return { kind: isSame ? 'apart' : 'confused', earlier };
	}
	return undefined;
}

/** Calls the program's function that finds repeated records; undefined while the program has none. */
function countedBy(
	program: object,
	{ function: name }: SameFields,
	rows: readonly TableRow[]
): { answer: Answer; struck?: boolean[] } | undefined {
	if (!Reflect.has(program, name)) return undefined;
	// Copies, because the program may change what it is given.
	const answer = ask(program, name, copies(rows));
	if (!Array.isArray(answer.value)) return { answer };
	const list: readonly unknown[] = answer.value;
	const struck = rows.map(({ record = {} }) => list.some((each) => isCopy(each, record)));
	return { answer: countAnswer(list.length, list), struck };
}

export function isCopy(value: unknown, record: TableRecord): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(record).every(([name, own]) => Reflect.get(value, name) === own);
}

/** Copies the records of rows. */
export const copies = (rows: readonly TableRow[]): object[] => rows.map(({ record }) => ({ ...record }));

const countAnswer = (count: number, value: unknown = count): Answer => {
	return { shown: String(count), number: count, odd: false, value };
};

function totalVerdict({ number }: Answer, right: number): Verdict {
	if (number === null) return 'odd';
	return number === right ? 'right' : 'wrong';
}
