import { expect, test } from 'vitest';
import {
	findClassNames,
	mayContainRealNames,
	peopleOfClassList,
	readClassListTable,
	collectRealNameWords,
	containsRealName
} from './class-list.ts';
import { proposePseudonym } from './proposed-pseudonym.ts';
import { decodeSpreadsheetText } from './spreadsheet-text.ts';

const readClassList = (text: string) => {
	const table = readClassListTable(text);
	if (!table) throw new Error('Nothing was read.');
	return table;
};
const listStudentNames = (text: string, className?: string) =>
	peopleOfClassList(readClassList(text), className).students.map(({ name }) => name);
const listColumnRoles = (text: string) => readClassList(text).columns.map(({ role }) => role);

/** Lists of the same three people, in the forms that school software and teachers' spreadsheets have. */
const CLASS_LIST_TEXT_BY_FORM: Record<string, string> = {
	'names in two columns, and more':
		'Nom;Prénom;Classe;Né(e) le;Sexe\nDUPRÉ-LÉVÊQUE;Éloïse;2DE4;03/04/2010;F\nKOUASSI;N’Golo;2DE4;12/11/2010;M\nŒUVRARD;Zénaïde;2DE4;01/01/2010;F',
	'names in another order, with commas and quotes':
		'"Classe","Date de naissance","Nom","Prénom"\n"2DE4","2010-04-03","DUPRÉ-LÉVÊQUE","Éloïse"\n"2DE4","2010-11-12","KOUASSI","N’Golo"\n"2DE4","2010-01-01","ŒUVRARD","Zénaïde"',
	'one column of full names': 'Élève\nDUPRÉ-LÉVÊQUE Éloïse\nKOUASSI N’Golo\nŒUVRARD Zénaïde',
	'full names beside other columns':
		'Élèves;Classe;Groupes;Régime\nDUPRÉ-LÉVÊQUE Éloïse;2DE4;SNT_1;DP\nKOUASSI N’Golo;2DE4;SNT_2;EXT\nŒUVRARD Zénaïde;2DE4;SNT_1;DP',
	'no heading at all': 'DUPRÉ-LÉVÊQUE Éloïse\nKOUASSI N’Golo\nŒUVRARD Zénaïde',
	'no heading, names in two columns and a class':
		'DUPRÉ-LÉVÊQUE\tÉloïse\t2DE4\tF\nKOUASSI\tN’Golo\t2DE4\tM\nŒUVRARD\tZénaïde\t2DE4\tF',
	'numbered lines': '1. DUPRÉ-LÉVÊQUE Éloïse\n2. KOUASSI N’Golo\n3. ŒUVRARD Zénaïde',
	'a number in a column of its own': '1;DUPRÉ-LÉVÊQUE;Éloïse\n2;KOUASSI;N’Golo\n3;ŒUVRARD;Zénaïde',
	'Pronote, with a title above and a total below':
		'Liste des élèves de la classe 2DE4\n\nNom\tPrénom\tNé(e) le\tClasse de rattachement\tProjet d’accompagnement\nDUPRÉ-LÉVÊQUE\tÉloïse\t03/04/2010\t2DE4\t\nKOUASSI\tN’Golo\t12/11/2010\t2DE4\tPAP\nŒUVRARD\tZénaïde\t01/01/2010\t2DE4\t\n3 élèves',
	'ÉduConnect, with names of use and responsible adults':
		'sep=;\n"Nom";"Nom d’usage";"Prénom";"Division";"Identifiant";"Code d’activation";"Nom du responsable"\n"DUPRÉ-LÉVÊQUE";"";"Éloïse";"2DE4";"e.dupre1";"X7K2";"DUPRÉ Paul"\n"KOUASSI";"";"N’Golo";"2DE4";"n.kouassi";"P9Z1";""\n"MARTIN";"ŒUVRARD";"Zénaïde";"2DE4";"z.oeuvrard";"L3M8";"MARTIN Lou"'
};

test.each(Object.entries(CLASS_LIST_TEXT_BY_FORM))('every student is found in a class list: %s', (_, text) => {
	const expectedNames = ['DUPRÉ-LÉVÊQUE Éloïse', 'KOUASSI N’Golo', 'ŒUVRARD Zénaïde'];
	expect(listStudentNames(text)).toEqual(expectedNames);
	expect(listStudentNames(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`), 'as Windows writes it').toEqual(expectedNames);
	expect(mayContainRealNames(text)).toBe(true);
});

test('a class list is read in each encoding that spreadsheets save', () => {
	const text = CLASS_LIST_TEXT_BY_FORM['names in two columns, and more'] ?? '';
	const encodeUtf16 = (little: boolean) => {
		const bytes = new Uint8Array((text.length + 1) * 2);
		const view = new DataView(bytes.buffer);
		[...`\uFEFF${text}`].forEach((letter, place) => view.setUint16(place * 2, letter.charCodeAt(0), little));
		return bytes;
	};
	const ansi = Uint8Array.from([...text].map((letter) => ({ Œ: 0x8c, '’': 0x92 })[letter] ?? letter.charCodeAt(0)));
	const utf8 = new TextEncoder().encode(text);
	for (const bytes of [utf8, new TextEncoder().encode(`\uFEFF${text}`), ansi, encodeUtf16(true), encodeUtf16(false)])
		expect(listStudentNames(decodeSpreadsheetText(bytes))).toEqual([
			'DUPRÉ-LÉVÊQUE Éloïse',
			'KOUASSI N’Golo',
			'ŒUVRARD Zénaïde'
		]);
});

test('a column is read as pseudonyms only when its heading says so', () => {
	expect(listColumnRoles('Dupont;Camille\nMartin;Nolan\nDiallo;Awa')).toEqual(['last-name', 'first-name']);
	const listWithPseudonyms = 'Pseudonyme;Nom\nLoup;Dupont Camille\nRenard;Martin Nolan';
	expect(listColumnRoles(listWithPseudonyms)).toEqual(['pseudonym', 'full-name']);
	expect(peopleOfClassList(readClassList(listWithPseudonyms)).students).toMatchObject([
		{ line: 2, name: 'Dupont Camille', pseudonym: 'Loup' },
		{ line: 3, name: 'Martin Nolan', pseudonym: 'Renard' }
	]);
});

test.each(['Classe', 'Classe de rattachement', 'Division'])(
	'one class is taken from a whole school’s list by the column %s',
	(heading) => {
		const schoolList = `${heading};Nom;Prénom\n2DE10;Dupont;Camille\n2DE4;Martin;Nolan\n2DE4;Diallo;Awa`;
		expect(findClassNames(readClassList(schoolList))).toEqual(['2DE4', '2DE10']);
		expect(listStudentNames(schoolList, '2DE4')).toEqual(['Martin Nolan', 'Diallo Awa']);
	}
);

test('lines without a name are left out and reported, and a list without names is not read', () => {
	const text = 'Nom;Prénom;Classe\nDupont;Camille;2DE4\n;;2DE4\nEffectif : 1\n@SUM(A1);;\n';
	expect(peopleOfClassList(readClassList(text)).leftOut.map(({ line }) => line)).toEqual([3, 4, 5]);
	expect(readClassListTable('')).toBeUndefined();
	expect(readClassListTable('Nom;Prénom\n')).toBeUndefined();
	expect(readClassListTable(' ; ;\n')).toBeUndefined();
});

test('lists of pseudonyms are not taken for real names, and lists of real names are recognised', () => {
	for (const text of ['Loup\nZoé\nRenard roux', 'Pseudonyme\nChat Noir\nGrand Duc', 'p1\np2', ''])
		expect(mayContainRealNames(text), text).toBe(false);
	for (const text of ['DUPONT Camille\nMARTIN Nolan', 'Camille Dupont\nNolan Martin', 'Élève\nCamille', 'Loup;Dupont'])
		expect(mayContainRealNames(text), text).toBe(true);
});

test('a pseudonym that contains a word of a real name is recognised', () => {
	const all = ['DUPONT Camille', 'RENARD Lou', 'N’DIAYE Awa'];
	const words = collectRealNameWords(all);
	const containsTheirName = (pseudonym: string, own = '') => containsRealName(pseudonym, own, words);
	for (const pseudonym of ['Camille', 'camille2', 'Dupont', 'Le Renard', 'DuPonT-x', 'lou', 'XcamilleX', 'Ndiaye'])
		expect(containsTheirName(pseudonym), pseudonym).toBe(true);
	expect(containsTheirName('Louve'), 'of another').toBe(false);
	expect(containsTheirName('Louve', 'RENARD Lou'), 'of one’s own').toBe(true);
	expect(containsTheirName('Loutre Rapide')).toBe(false);
});

test('proposed pseudonyms hold no word of a name and never repeat, in both languages', () => {
	for (const language of ['fr', 'en'] as const) {
		const words = collectRealNameWords(['RENARD Puma', 'Rapide Quick', 'LOUTRE Otter']);
		const keys = new Set<string>();
		for (let round = 0; round < 500; round++) {
			const { text, key } = proposePseudonym(
				language,
				(count) => Math.floor(Math.random() * count),
				(one) => !keys.has(one.key) && !containsRealName(one.text, '', words)
			);
			expect(keys.has(key)).toBe(false);
			expect(containsRealName(text, '', words), text).toBe(false);
			keys.add(key);
		}
	}
});
