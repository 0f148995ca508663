import { expect, test } from 'vitest';
import type { AssignmentResults } from '#lib/wire/results.ts';
import { writeReviewTable, writeProgressTable } from './export-tables.ts';

const createBilingualText = (text: string) => ({ fr: text, en: text });
const students = [
	{ id: 'm1', pseudonym: 'Loup', key: 'loup' },
	{ id: 'm2', pseudonym: '-Renard', key: 'renard' }
];
const assignments: AssignmentResults[] = [
	{
		id: 'a1',
		title: createBilingualText('=Parcmètre'),
		dueAt: null,
		rubric: [
			{
				id: 'reads',
				title: createBilingualText('Lit'),
				levels: [
					{ id: 'not-yet', text: createBilingualText('pas encore') },
					{ id: 'alone', text: createBilingualText('seul') }
				]
			}
		],
		decision: null,
		results: [
			{
				member: 'm1',
				state: 'accepted',
				steps: { done: 3, of: 8 },
				handedIn: {
					turn: 2,
					at: 0,
					tally: { passed: 6, total: 7, beyond: { passed: 0, total: 0 } },
					caught: { caught: 5, total: 14 }
				},
				reviews: [
					{ turn: 1, comment: '', rubric: { reads: 'not-yet' }, lines: [] },
					{
						turn: 2,
						comment: '@tous ; bien',
						rubric: { reads: 'alone', gone: 'x' },
						lines: [{ id: 'l1', file: 'main.ts', line: 4, text: 'Pourquoi 4 ?' }]
					}
				]
			}
		],
		works: 1
	}
];
const findRealName = (key: string) => (key === 'loup' ? '+Inès' : undefined);

test('the progress table has real names, the language’s decimals and no cells that act as formulas', () => {
	const [, row = ''] = writeProgressTable(students, assignments, 'fr', findRealName).split('\r\n');
	expect(row).toMatch(/^Loup;"'\+Inès";"'=Parcmètre";[^;]+;3;8;2;1970-01-01 \d\d:\d\d;6;7;85,7;5;14$/);
	const [, english = ''] = writeProgressTable(students, assignments, 'en', findRealName).split('\r\n');
	expect(english).toMatch(/,6,7,85\.7,5,14$/);
});

test('the review table has a row for each level and comment, and omits students without reviews', () => {
	const lines = writeReviewTable(students, assignments, 'fr', findRealName).trimEnd().split('\r\n');
	const student = `Loup;"'+Inès";"'=Parcmètre"`;
	expect(lines.slice(1)).toEqual([
		`${student};1;Lit;pas encore;1;2;`,
		`${student};2;Lit;seul;2;2;`,
		`${student};2;Commentaire d’ensemble;;;;"'@tous ; bien"`,
		`${student};2;main.ts, ligne 4;;;;Pourquoi 4 ?`
	]);
});
