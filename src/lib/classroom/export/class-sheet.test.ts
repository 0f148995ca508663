import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { AssignmentResults } from '#lib/wire/results.ts';
import ClassSheet from './ClassSheet.svelte';

const createAssignmentResults = (nth: number): AssignmentResults => ({
	id: `${nth}`,
	title: { fr: `Défi ${nth}`, en: `Challenge ${nth}` },
	dueAt: null,
	rubric: [],
	decision: null,
	results: [],
	works: 0
});

function countColumnsOfTables(assignments: AssignmentResults[]): number[] {
	const { body } = render(ClassSheet, {
		props: {
			schoolClass: { id: 'class', name: 'Seconde 7' },
			students: [{ id: 'loup', pseudonym: 'Loup', key: 'loup' }],
			assignments,
			language: 'fr',
			returnAddress: '/'
		}
	});
	return body
		.split('<table')
		.slice(1)
		.map((table) => table.split('scope="col"').length - 1);
}

test('many assignments are printed as several tables of at most seven columns', () => {
	expect(countColumnsOfTables(Array.from({ length: 14 }, (_, nth) => createAssignmentResults(nth)))).toEqual([7, 7, 3]);
});

test('a class without assignments is printed as one table of its students', () => {
	expect(countColumnsOfTables([])).toEqual([1]);
});
