/** Reads a table as spreadsheets and schools' software save it: with semicolons, commas or tabs, with quotes, with or without a heading. */
import Papa from 'papaparse';
import { pseudonymKey } from './pseudonym.ts';

export const COLUMN_ROLES = ['last-name', 'first-name', 'full-name', 'pseudonym', 'class', 'ignored'] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export interface TableRow {
	/** From 1, as a spreadsheet counts. */
	line: number;
	/** Without empty ones at the end, which are what a spreadsheet leaves of a wider table. */
	cells: string[];
}

/** Far more than a school's longest list. */
const TEXT_LENGTH = 2_000_000;

const HEADINGS: Record<Exclude<ColumnRole, 'ignored'>, string[]> = {
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
	class: ['classe', 'classes', 'division', 'divisions', 'class', 'nomdelaclasse', 'libelleclasse', 'structure']
};
/** Its lines that hold something. */
export function readTable(text: string): TableRow[] {
	if (text.length > TEXT_LENGTH) return [];
	const plain = text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
		// What Excel is told of its separator.
		.replace(/^sep=.\n/i, '\n');
	// Quotes may hold line breaks; those are no line of the list.
	const { data } = Papa.parse<string[]>(plain, { newline: '\n', delimiter: delimiterOf(plain), skipEmptyLines: false });
	return data
		.map((cells, place) => ({ line: place + 1, cells: cells.map((cell) => cell.replace(/\s+/g, ' ').trim()) }))
		.map(({ line, cells }) => ({ line, cells: cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1) }))
		.filter(({ cells }) => cells.length > 0);
}

/** The one that most lines have. A French spreadsheet writes semicolons, since its commas are in numbers. */
function delimiterOf(text: string): string {
	const lines = text.replace(/"(?:[^"]|"")*"/g, '').split('\n');
	const counted = [';', '\t', ','].map((mark) => ({
		mark,
		lines: lines.filter((line) => line.includes(mark)).length
	}));
	return counted.reduce((best, one) => (one.lines > best.lines ? one : best)).mark;
}

/** What the heading of a column says that it holds. Undefined: nothing that is looked for. */
export function roleOfHeading(heading: string): ColumnRole | undefined {
	const key = pseudonymKey(heading);
	return COLUMN_ROLES.find((role) => role !== 'ignored' && HEADINGS[role].includes(key));
}
