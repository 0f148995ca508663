import { parsePseudonym, type Pseudonym, type PseudonymRefusal } from './pseudonym.ts';
import { readSpreadsheetTable, roleOfHeading, type SpreadsheetRow } from './spreadsheet-table.ts';

export const LARGEST_CLASS = 60;
const LONGEST_ROSTER_TEXT = 20_000;
const LONGEST_REAL_NAME = 80;

export type RosterMistakeReason =
	| PseudonymRefusal
	/** The pseudonym stands on an earlier line too, or exists in the class. */
	| 'twice'
	/** The text has a second column, which may hold names. Names must never be sent. */
	| 'columns'
	/** A line has a name without a pseudonym, or a pseudonym without a name. */
	| 'half'
	/** The pseudonym contains a word of a name on the list: sending it would reveal the name. */
	| 'name'
	| 'name-long';

export interface RosterMistake {
	/** Number of the line, counted from 1 as in a spreadsheet. */
	line: number;
	text: string;
	reason: RosterMistakeReason;
}

export type RefusedRoster =
	| { kind: 'mistakes'; mistakes: RosterMistake[] }
	| { kind: 'refused'; reason: 'empty' | 'too-many' | 'too-long' };

export interface NamedPseudonym extends Pseudonym {
	name: string;
}

export type ParsedRoster = { kind: 'roster'; pseudonyms: Pseudonym[] } | RefusedRoster;
export type ParsedRosterNames = { kind: 'names'; names: NamedPseudonym[] } | RefusedRoster;

/** Parses one column of pseudonyms, with or without a heading. `usedKeys` holds the keys of pseudonyms already used in the class. */
export function parseRoster(text: string, usedKeys: readonly string[] = []): ParsedRoster {
	const rows = readRosterRows(text);
	if ('kind' in rows) return rows;
	const collectResult = collectRosterEntries(rows, usedKeys, ({ cells }) => {
		if (cells.length > 1) return 'columns';
		return parsePseudonym(cells[0] ?? '');
	});
	return Array.isArray(collectResult) ? { kind: 'roster', pseudonyms: collectResult } : collectResult;
}

/** Parses names with pseudonyms. Without a heading that says which column is which, the last column holds the pseudonyms. */
export function parseRosterNames(text: string): ParsedRosterNames {
	const rows = readRosterRows(text);
	if ('kind' in rows) return rows;
	const collectResult = collectRosterEntries<NamedPseudonym>(rows, [], ({ cells, pseudonymAt }) => {
		const at = pseudonymAt ?? Math.max(1, cells.length - 1);
		const name = cells
			.filter((_, place) => place !== at)
			.join(' ')
			.replace(/\s+/g, ' ')
			.trim();
		const pseudonym = cells[at] ?? '';
		if (name === '' || pseudonym === '') return 'half';
		if (name.length > LONGEST_REAL_NAME) return 'name-long';
		const parsedPseudonym = parsePseudonym(pseudonym);
		return typeof parsedPseudonym === 'string' ? parsedPseudonym : { ...parsedPseudonym, name };
	});
	return Array.isArray(collectResult) ? { kind: 'names', names: collectResult } : collectResult;
}

interface RosterRow extends SpreadsheetRow {
	pseudonymAt: number | undefined;
}

function readRosterRows(text: string): RosterRow[] | RefusedRoster {
	if (text.length > LONGEST_ROSTER_TEXT) return { kind: 'refused', reason: 'too-long' };
	const rows = readSpreadsheetTable(text);
	const heading = rows[0] && findRosterHeading(rows[0].cells);
	const rosterRows = (heading ? rows.slice(1) : rows).map((row) => ({ ...row, pseudonymAt: heading?.pseudonymAt }));
	if (rosterRows.length === 0) return { kind: 'refused', reason: 'empty' };
	if (rosterRows.length > LARGEST_CLASS) return { kind: 'refused', reason: 'too-many' };
	return rosterRows;
}

/** Returns the place of the pseudonym column when the first line is a heading: every cell is a known heading, and one is for pseudonyms. */
function findRosterHeading(cells: string[]): { pseudonymAt: number } | undefined {
	const columnRoles = cells.map(roleOfHeading);
	const pseudonymAt = columnRoles.indexOf('pseudonym');
	return pseudonymAt >= 0 && !columnRoles.includes(undefined) ? { pseudonymAt } : undefined;
}

function collectRosterEntries<T extends Pseudonym>(
	rows: RosterRow[],
	usedKeys: readonly string[],
	readEntry: (row: RosterRow) => T | RosterMistakeReason
): T[] | RefusedRoster {
	const takenKeys = new Set(usedKeys);
	const mistakes: RosterMistake[] = [];
	const entries: T[] = [];
	for (const row of rows) {
		const entry = readEntry(row);
		const reason = typeof entry === 'string' ? entry : takenKeys.has(entry.key) ? 'twice' : undefined;
		if (reason !== undefined) mistakes.push({ line: row.line, text: row.cells.join(' ; ').slice(0, 60), reason });
		else if (typeof entry !== 'string') {
			takenKeys.add(entry.key);
			entries.push(entry);
		}
	}
	return mistakes.length > 0 ? { kind: 'mistakes', mistakes } : entries;
}
