import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventList, isCopiedTable, readPastedList, type InventedListWords } from './invented-list.ts';
import { MOST_LIST_ROWS } from './problem-card.ts';

const INVENTED_LIST_WORDS: InventedListWords = { nameColumn: (at) => `colonne ${at}`, nameText: (at) => `texte ${at}` };

function inventFromText(text: string, hasHeading?: boolean) {
	const pastedList = readPastedList(text);
	if (pastedList === undefined) throw new Error('That is no list.');
	return inventList(pastedList, hasHeading ?? pastedList.hasHeading, INVENTED_LIST_WORDS);
}

test('an invented list keeps the columns, and no text of the real rows', () => {
	const inventedList = inventFromText(
		'Client;Téléphone;Pain;Quantité;Prix;Jour;Heure\n' +
			'Mme Kerguelen;06 12 34 56 78;Seigle;3;4,20 €;12/11/2026;7h30\n' +
			'M. Le Bihan;06 98 76 54 32;Complet;12;11,90 €;13/11/2026;8h05\n' +
			'Mme Kerguelen;06 12 34 56 78;Seigle;5;6,00 €;14/11/2026;7h45'
	);
	expect(inventedList.columns).toEqual(['Client', 'Téléphone', 'Pain', 'Quantité', 'Prix', 'Jour', 'Heure']);
	expect(inventedList.rows).toHaveLength(3);
	expect(JSON.stringify(inventedList.rows)).not.toMatch(/Kerguelen|Bihan|06 12|06 98|Seigle|Complet/);
	// A person who stood twice in the real list stands twice in the invented one.
	expect(inventedList.rows.map(([client]) => client)).toEqual(['texte 1', 'texte 2', 'texte 1']);
	for (const [, , , quantity = '', price = '', day = '', hour = ''] of inventedList.rows) {
		expect(Number(quantity)).toBeGreaterThanOrEqual(3);
		expect(Number(quantity)).toBeLessThanOrEqual(12);
		expect(price).toMatch(/^\d+,\d\d €$/);
		expect(day).toMatch(/^\d\d\/\d\d\/2026$/);
		expect(hour).toMatch(/^\d+h\d\d$/);
	}
});

test('a first row that may name a person is not taken as a heading', () => {
	expect(readPastedList('Marie Le Gall;Brest\nPaul Cadiou;Quimper')?.hasHeading).toBe(false);
	expect(readPastedList('Marie;06 12 34 56 78\nPaul;06 98 76 54 32')?.hasHeading).toBe(false);
	expect(readPastedList('Nom;Prénom\nLe Gall;Marie')?.hasHeading).toBe(true);
	expect(readPastedList('Pain;Quantité\nSeigle;3\nComplet;12')?.hasHeading).toBe(true);
	const inventedList = inventFromText('Marie Le Gall;Brest\nPaul Cadiou;Quimper');
	expect(inventedList).toEqual({
		columns: ['colonne 1', 'colonne 2'],
		rows: [
			['texte 1', 'texte 1'],
			['texte 2', 'texte 2']
		]
	});
});

test('the person decides whether the first row names the columns', () => {
	expect(inventFromText('Marie;Brest\nPaul;Quimper', true).columns).toEqual(['Marie', 'Brest']);
	expect(inventFromText('Pain;Quantité\nSeigle;3', false).columns).toEqual(['colonne 1', 'colonne 2']);
});

test.each(['Une phrase, puis une autre.', 'Une ligne\nUne autre ligne', '', 'seul;rang', 'a\nb\nc;d\ne\nf'])(
	'%j is not read as a list',
	(text) => {
		expect(readPastedList(text)).toBeUndefined();
	}
);

test('only lines with tabs count as a table copied from a spreadsheet', () => {
	expect(isCopiedTable('Pain\tQuantité\nSeigle\t3')).toBe(true);
	expect(isCopiedTable('Le matin, on pétrit.\nLe soir, on compte.')).toBe(false);
	expect(isCopiedTable('Pain ; quantité\nSeigle ; 3')).toBe(false);
});

test('a list of 500 rows is shortened to the limit of rows', () => {
	const text = Array.from({ length: 500 }, (_, at) => `Client ${at};${at}`).join('\n');
	expect(inventFromText(text).rows).toHaveLength(MOST_LIST_ROWS);
});

test('no cell of any real list appears in its invented list', () => {
	const arbitraryCell = fc.stringMatching(/^[A-Z][a-z]{5,12}$/);
	const arbitraryTable = fc.array(fc.tuple(arbitraryCell, arbitraryCell, arbitraryCell), {
		minLength: 2,
		maxLength: 20
	});
	fc.assert(
		fc.property(arbitraryTable, (rows) => {
			const inventedText = JSON.stringify(inventFromText(rows.map((row) => row.join(';')).join('\n'), false));
			for (const each of rows.flat()) expect(inventedText).not.toContain(each);
		})
	);
});

test('invented figures stay within the rounded range of the real figures', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: -5000, max: 99_999 }), { minLength: 2, maxLength: 12 }), (values) => {
			const inventedList = inventFromText(values.map((value) => `pain;${value}`).join('\n'), false);
			for (const [, figure = ''] of inventedList.rows) {
				expect(Number(figure)).toBeGreaterThanOrEqual(Math.min(...values) - 1000);
				expect(Number(figure)).toBeLessThanOrEqual(Math.max(...values) + 1000);
			}
		})
	);
});
