import Papa from 'papaparse';
import { pseudonymKey } from './pseudonym.ts';

export const COLUMN_ROLES = ['last-name', 'first-name', 'full-name', 'pseudonym', 'class', 'ignored'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface SpreadsheetRow {
	/** Number of the line, counted from 1 as in a spreadsheet. */
	line: number;
	/** Cells of the line; empty cells at its end, which spreadsheets leave from wider tables, are removed. */
	cells: string[];
}

/** Upper limit of characters of a text that is parsed: far more than a school's longest list. */
const LONGEST_TABLE_TEXT = 2_000_000;

const HEADINGS_BY_COLUMN_ROLE: Record<Exclude<ColumnRole, 'ignored'>, string[]> = {
	'last-name': [
		'nom',
		'noms',
		'nomdefamille',
		'nomdenaissance',
		'nomusage',
		'nomdusage',
		'nomusuel',
		'nomeleve',
		'nomdeleleve',
		'lastname',
		'surname',
		'familyname'
	],
	'first-name': [
		'prenom',
		'prenoms',
		'prenom1',
		'prenomusage',
		'prenomdusage',
		'prenomusuel',
		'prenomeleve',
		'prenomdeleleve',
		'firstname',
		'givenname',
		'forename'
	],
	'full-name': [
		'eleve',
		'eleves',
		'nomprenom',
		'nomprenoms',
		'nometprenom',
		'nometprenoms',
		'prenomnom',
		'prenometnom',
		'nomcomplet',
		'nomprenomdeleleve',
		'nometprenomdeleleve',
		'identite',
		'name',
		'names',
		'fullname',
		'student',
		'students',
		'studentname'
	],
	pseudonym: ['pseudonyme', 'pseudonymes', 'pseudo', 'pseudos', 'pseudonym', 'pseudonyms', 'nickname'],
	class: [
		'classe',
		'classes',
		'classederattachement',
		'division',
		'divisions',
		'class',
		'nomdelaclasse',
		'libelleclasse',
		'structure'
	]
};
export function readSpreadsheetTable(text: string): SpreadsheetRow[] {
	if (text.length > LONGEST_TABLE_TEXT) return [];
	const plainText = text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
		// Blank the line `sep=;`, which tells Excel the separator.
		.replace(/^sep=.\n/i, '\n');
	// A line break inside quotes does not end a row.
	const { data } = Papa.parse<string[]>(plainText, {
		newline: '\n',
		delimiter: detectDelimiter(plainText),
		skipEmptyLines: false
	});
	return data
		.map((cells, place) => ({ line: place + 1, cells: cells.map((cell) => cell.replace(/\s+/g, ' ').trim()) }))
		.map(({ line, cells }) => ({ line, cells: cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1) }))
		.filter(({ cells }) => cells.length > 0);
}

/** Picks the separator found on most lines. French spreadsheets use semicolons, since commas are decimal marks. */
function detectDelimiter(text: string): string {
	const lines = text.replace(/"(?:[^"]|"")*"/g, '').split('\n');
	const lineCounts = [';', '\t', ','].map((mark) => ({
		mark,
		lines: lines.filter((line) => line.includes(mark)).length
	}));
	return lineCounts.reduce((best, one) => (one.lines > best.lines ? one : best)).mark;
}

export function roleOfHeading(heading: string): ColumnRole | undefined {
	const key = pseudonymKey(heading);
	return COLUMN_ROLES.find((role) => role !== 'ignored' && HEADINGS_BY_COLUMN_ROLE[role].includes(key));
}
