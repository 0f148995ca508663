import { afterEach, expect, test, vi } from 'vitest';
import { collectRealNameWords } from '#lib/domain/class-list.ts';
import { checkRosterRows, proposePseudonyms } from './pseudonyms.ts';

afterEach(() => {
	vi.restoreAllMocks();
});

test('proposed pseudonyms are accepted, and typed real names, duplicates and empty pseudonyms are refused', () => {
	const people = ['DUPONT Camille', 'RENARD Lou', 'PUMA Rapide'].map((name) => ({ name, pseudonym: '' }));
	const words = collectRealNameWords(people.map(({ name }) => name));
	const rows = proposePseudonyms(people, { words, taken: ['loutreagile'], language: 'fr' });
	const { reasonByRowIndex: wrong, namedPseudonyms: named } = checkRosterRows(rows, ['loutreagile']);
	expect([...wrong]).toEqual([]);
	expect(named.map(({ name }) => name)).toEqual(people.map(({ name }) => name));
	const typedRows = [
		{ name: 'DUPONT Camille', pseudonym: 'Camille B' },
		{ name: 'RENARD Lou', pseudonym: 'Hibou Sage' },
		{ name: 'PUMA Rapide', pseudonym: 'hibou-sage' },
		{ name: 'DIALLO Awa', pseudonym: '' },
		{ name: 'MARTIN Nolan', pseudonym: 'Castor' }
	];
	expect([...checkRosterRows(typedRows, ['castor']).reasonByRowIndex]).toEqual([
		[0, 'name'],
		[2, 'twice'],
		[3, 'empty'],
		[4, 'twice']
	]);
});

test('the pseudonym of a later row in the list is never proposed for another student', () => {
	let drawn = 0;
	vi.spyOn(crypto, 'getRandomValues').mockImplementation((numbers) => {
		new Uint32Array(numbers.buffer)[0] = drawn++;
		return numbers;
	});
	const people = [
		{ name: 'DUPONT Camille', pseudonym: '' },
		{ name: 'MARTIN Nolan', pseudonym: 'abeille-aimable' }
	];
	const rows = proposePseudonyms(people, { words: new Set(), taken: [], language: 'fr' });
	expect(drawn, 'the first draw is that pseudonym').toBeGreaterThan(2);
	expect(checkRosterRows(rows, []).reasonByRowIndex.size).toBe(0);
});
