import { pseudonymKey } from './pseudonym.ts';
import { readSpreadsheetTable, roleOfHeading, type ColumnRole, type SpreadsheetRow } from './spreadsheet-table.ts';

interface ClassListColumn {
	heading: string;
	example: string;
	role: ColumnRole;
}

export interface ExportedClassList {
	columns: ClassListColumn[];
	rows: SpreadsheetRow[];
}

interface ListedStudent {
	/** Number of the line, counted from 1 as in a spreadsheet. */
	line: number;
	name: string;
	/** The student's pseudonym; empty when the list has none. */
	pseudonym: string;
}

export interface ClassListPeople {
	students: ListedStudent[];
	/** Lines that hold no student, such as a title or a total. */
	leftOut: { line: number; text: string }[];
}

const LONGEST_LISTED_NAME = 80;
/** Number of lines that are searched for the heading: a title, a date or a teacher's name may stand above it. */
const HEADING_SEARCH_LINES = 15;

const NAME_COLUMN_ROLES: readonly ColumnRole[] = ['last-name', 'first-name', 'full-name'];

export function readClassListTable(text: string): ExportedClassList | undefined {
	const rows = readSpreadsheetTable(text).map(removeListNumbers);
	if (rows.length === 0) return undefined;
	const width = Math.max(...rows.map(({ cells }) => cells.length));
	const at = findHeadingRow(rows);
	const heading = at === undefined ? [] : (rows[at]?.cells ?? []);
	const rowsBelowHeading = at === undefined ? rows : rows.slice(at + 1);
	const roles = at === undefined ? guessColumnRoles(rowsBelowHeading, width) : columnRolesOf(heading);
	if (rowsBelowHeading.length === 0) return undefined;
	const columns = Array.from({ length: width }, (_, place) => ({
		heading: heading[place] ?? '',
		example: rowsBelowHeading.find(({ cells }) => (cells[place] ?? '') !== '')?.cells[place] ?? '',
		role: roles[place] ?? 'ignored'
	}));
	return { columns, rows: rowsBelowHeading };
}

/**
 * Tells whether a text may hold more than pseudonyms. If so, nothing is sent before the teacher has said what each column holds.
 */
export function mayContainRealNames(text: string): boolean {
	const rows = readSpreadsheetTable(text);
	if (rows.some(({ cells }) => cells.length > 1)) return true;
	const heading = rows[0] && roleOfHeading(rows[0].cells[0] ?? '');
	if (heading === 'pseudonym') return false;
	return (
		(heading !== undefined && NAME_COLUMN_ROLES.includes(heading)) ||
		looksLikeNames(rows.map(({ cells }) => cells[0] ?? ''))
	);
}

export const hasPseudonymHeading = (text: string): boolean =>
	roleOfHeading(readSpreadsheetTable(text)[0]?.cells[0] ?? '') === 'pseudonym';

export function findClassNames({ columns, rows }: ExportedClassList): string[] {
	const at = columns.findIndex(({ role }) => role === 'class');
	if (at < 0) return [];
	return [...new Set(rows.map(({ cells }) => cells[at] ?? '').filter((name) => name !== ''))].sort((one, other) =>
		one.localeCompare(other, 'fr', { numeric: true })
	);
}

export function peopleOfClassList({ columns, rows }: ExportedClassList, className?: string): ClassListPeople {
	const classColumnIndex = columns.findIndex(({ role }) => role === 'class');
	const people: ClassListPeople = { students: [], leftOut: [] };
	for (const { line, cells } of rows) {
		if (className !== undefined && classColumnIndex >= 0 && cells[classColumnIndex] !== className) continue;
		const name = joinNameCells(columns, cells);
		// A row with a single filled cell is a total or a note, unless the list has only one column of names.
		const isNote = columns.length > 1 && cells.filter((cell) => cell !== '').length === 1 && !hasOneNameColumn(columns);
		if (!isNote && looksLikePersonName(name)) {
			const at = columns.findIndex(({ role }) => role === 'pseudonym');
			people.students.push({ line, name, pseudonym: cells[at] ?? '' });
		} else
			people.leftOut.push({
				line,
				text: cells
					.filter((cell) => cell !== '')
					.join(' ; ')
					.slice(0, 60)
			});
	}
	return people;
}

const removeListNumbers = ({ line, cells }: SpreadsheetRow): SpreadsheetRow => ({
	line,
	cells: cells.map((cell) => cell.replace(/^\d+\s*[.)-]\s+(?=\p{L})/u, ''))
});

const hasOneNameColumn = (columns: ClassListColumn[]): boolean =>
	columns.filter(({ role }) => NAME_COLUMN_ROLES.includes(role)).length < 2;

const looksLikePersonName = (text: string): boolean =>
	text.length <= LONGEST_LISTED_NAME && /\p{L}.*\p{L}/u.test(text) && !/\d/.test(text);

/** Joins the cells of the name columns in the list's order. A name in use ("nom d'usage") is preferred to the birth name. */
function joinNameCells(columns: ClassListColumn[], cells: string[]): string {
	const namePlaces = NAME_COLUMN_ROLES.flatMap((role) => {
		const places = columns.flatMap((column, place) => (column.role === role && cells[place] ? [place] : []));
		const usagePlace = places.find((place) => /usage|usuel/.test(pseudonymKey(columns[place]?.heading ?? '')));
		return usagePlace ?? places[0] ?? [];
	});
	return namePlaces
		.sort((one, other) => one - other)
		.map((place) => cells[place] ?? '')
		.join(' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Finds the row with the most known headings, one of which must be for a name or a pseudonym. */
function findHeadingRow(rows: { cells: string[] }[]): number | undefined {
	const knownRoles = rows
		.slice(0, HEADING_SEARCH_LINES)
		.map(({ cells }) => cells.map(roleOfHeading).filter((role) => role !== undefined));
	const bestRowIndex = knownRoles.reduce(
		(at, roles, place) => (roles.length > (knownRoles[at]?.length ?? 0) ? place : at),
		0
	);
	return knownRoles[bestRowIndex]?.some((role) => role !== 'class') ? bestRowIndex : undefined;
}

/** Returns the role of each column. A last name column without a first name column holds the whole name. */
function columnRolesOf(heading: string[]): ColumnRole[] {
	const roles = heading.map((cell) => roleOfHeading(cell) ?? 'ignored');
	if (roles.includes('first-name') && roles.includes('last-name'))
		return roles.map((role) => (role === 'full-name' ? 'ignored' : role));
	return roles.map((role) => (role === 'last-name' && !roles.includes('first-name') ? 'full-name' : role));
}

/**
 * Guesses the role of each column of a list without a heading. No column is taken for one of pseudonyms, because it could hold real
 * names, which would then be sent.
 */
function guessColumnRoles(rows: { cells: string[] }[], width: number): ColumnRole[] {
	const columns = Array.from({ length: width }, (_, place) =>
		rows.map(({ cells }) => cells[place] ?? '').filter((cell) => cell !== '')
	);
	const names = columns.flatMap((cells, place) => (isNameColumn(cells) ? [place] : [])).slice(0, 2);
	return columns.map((cells, place) => {
		if (names.length === 1 && names[0] === place) return 'full-name';
		if (names.includes(place)) return place === names[0] ? 'last-name' : 'first-name';
		return isClassColumn(cells, rows.length) ? 'class' : 'ignored';
	});
}

const countDistinct = (cells: string[]): number => new Set(cells).size;

function isNameColumn(cells: string[]): boolean {
	const wordCells = cells.filter((cell) => /^[^\d@/]+$/.test(cell) && /\p{L}.*\p{L}/u.test(cell));
	const isVaried = cells.length < 3 || countDistinct(cells) * 3 > cells.length;
	return cells.length > 0 && wordCells.length * 5 >= cells.length * 4 && isVaried;
}

const isClassColumn = (cells: string[], rows: number): boolean =>
	cells.length * 2 > rows &&
	rows > 2 &&
	countDistinct(cells) * 3 <= rows &&
	cells.every((cell) => /^[1-6T].*\p{L}|^\p{L}+.*\d/u.test(cell));

/** Fewest letters of a name's word that is also searched inside longer words, where shorter words occur by chance. */
const SHORTEST_SEARCHED_NAME_WORD = 5;
const SHORTEST_OWN_NAME_WORD = 3;

const splitIntoWords = (text: string): string[] =>
	text
		.split(/[^\p{L}\p{M}]+/u)
		.map(pseudonymKey)
		.filter((word) => word.length > 1);

export const collectRealNameWords = (names: readonly string[]): ReadonlySet<string> =>
	new Set(names.flatMap(splitIntoWords));

/**
 * Tells whether a pseudonym contains a word of a real name: as a word of its own, or inside another word if it is long or the
 * student's own.
 */
export function containsRealName(pseudonym: string, ownName: string, words: ReadonlySet<string>): boolean {
	const key = pseudonymKey(pseudonym);
	if (splitIntoWords(pseudonym).some((part) => words.has(part))) return true;
	if (splitIntoWords(ownName).some((word) => word.length >= SHORTEST_OWN_NAME_WORD && key.includes(word))) return true;
	return [...words].some((word) => word.length >= SHORTEST_SEARCHED_NAME_WORD && key.includes(word));
}

function looksLikeNames(lines: readonly string[]): boolean {
	const fullNameLines = lines.filter((line) => {
		const words = line.split(/\s+/).filter((word) => /\p{L}/u.test(word));
		const areAllCapitalized = words.every((word) => /^\p{Lu}/u.test(word));
		const hasUppercaseWord = words.some((word) => word.length > 1 && word === word.toUpperCase());
		return words.length > 1 && (areAllCapitalized || hasUppercaseWord);
	});
	return fullNameLines.length > 0 && fullNameLines.length * 2 > lines.length;
}
