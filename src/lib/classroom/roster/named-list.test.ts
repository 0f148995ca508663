import { expect, test } from 'vitest';
import { readClassListTable } from '#lib/domain/class-list.ts';
import { NamedClassList } from './named-list.svelte.ts';

function createNamedList(text: string): NamedClassList {
	const table = readClassListTable(text);
	if (!table) throw new Error('Nothing was read.');
	return new NamedClassList(table, ['castor'], 'fr');
}

const pseudonymsOf = (list: NamedClassList): string[] => list.rows.map(({ pseudonym }) => pseudonym);

function writePseudonym(list: NamedClassList, place: number, pseudonym: string): void {
	const row = list.rows[place];
	if (!row) throw new Error('There is no such row.');
	row.pseudonym = pseudonym;
}

test('new proposals replace proposed pseudonyms, but no pseudonym that was typed or in the list', () => {
	const list = createNamedList('Nom;Prénom;Pseudonyme\nDupont;Camille;\nMartin;Nolan;Hibou\nDiallo;Awa;\nPetit;Lou;');
	const [firstProposal, , , lastProposal] = pseudonymsOf(list);
	// Write a pseudonym that can never be proposed by chance.
	writePseudonym(list, 2, 'Loutre Bavarde');
	writePseudonym(list, 3, '');
	for (let round = 0; round < 3; round++) list.proposeNewPseudonyms();
	const [first, given, written, last] = pseudonymsOf(list);
	expect([given, written]).toEqual(['Hibou', 'Loutre Bavarde']);
	expect([first, last]).not.toContain('');
	expect([first, last]).not.toEqual([firstProposal, lastProposal]);
	expect(list.obstacle).toBeUndefined();
});

test('a class list reports when no class is chosen, and how many pseudonyms are unacceptable', () => {
	const list = createNamedList('Classe;Nom;Prénom\n2DE10;Dupont;Camille\n2DE4;Martin;Nolan\n2DE4;Diallo;Awa');
	expect(list.obstacle).toEqual({ kind: 'class' });
	list.chooseClass('2DE4');
	expect(list.obstacle).toBeUndefined();
	writePseudonym(list, 0, 'Nolan');
	writePseudonym(list, 1, 'Castor');
	expect(list.obstacle).toEqual({ kind: 'pseudonyms', count: 2 });
});
