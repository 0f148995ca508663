import { expect, test } from 'vitest';
import { LARGEST_CLASS, parseRosterNames, parseRoster } from './roster.ts';
import { decodeSpreadsheetText } from './spreadsheet-text.ts';

const pseudonymsIn = (text: string, taken: string[] = []) => {
	const roster = parseRoster(text, taken);
	return roster.kind === 'roster' ? roster.pseudonyms.map((one) => one.text) : roster;
};
const mistakesIn = (text: string, taken: string[] = []) => {
	const roster = parseRoster(text, taken);
	return roster.kind === 'mistakes' ? roster.mistakes.map(({ line, reason }) => [line, reason]) : roster;
};

test('a roster is read line by line, with any line ends and empty lines skipped', () => {
	expect(pseudonymsIn('Loup\r\n\r\n  Zoé\n"Chat noir";;\n\n')).toEqual(['Loup', 'Zoé', 'Chat noir']);
	expect(pseudonymsIn('\uFEFFPseudonyme\rLoup\rZoé')).toEqual(['Loup', 'Zoé']);
});

test('a roster with mistakes gives the line and reason of each mistake, and no pseudonyms', () => {
	expect(mistakesIn('Pseudo\nLoup\n\nloup\n=1+1\nRenard\nZoé', ['zoe'])).toEqual([
		[4, 'twice'],
		[5, 'characters'],
		[7, 'twice']
	]);
	expect(mistakesIn('Loup\nCamille Dupont;Renard')).toEqual([[2, 'columns']]);
});

test('an empty roster, a roster larger than a class and a very long text are refused', () => {
	const createPseudonymLines = (count: number) => Array.from({ length: count }, (_, place) => `p${place}`).join('\n');
	expect(parseRoster('\n ; \n')).toEqual({ kind: 'refused', reason: 'empty' });
	expect(parseRoster('Pseudonyme\n')).toEqual({ kind: 'refused', reason: 'empty' });
	expect(parseRoster(createPseudonymLines(LARGEST_CLASS)).kind).toBe('roster');
	expect(parseRoster(createPseudonymLines(LARGEST_CLASS + 1))).toEqual({ kind: 'refused', reason: 'too-many' });
	expect(parseRoster('a'.repeat(100_000))).toEqual({ kind: 'refused', reason: 'too-long' });
});

test('reads names and pseudonyms with semicolons, commas, tabs and quotes, in the order that the heading says', () => {
	const expectedNames = [
		{ name: 'Dupont, Zoé', text: 'Loup', key: 'loup' },
		{ name: 'N’Diaye Awa', text: 'Renard', key: 'renard' }
	];
	expect(parseRosterNames('"Dupont, Zoé";Loup\nN’Diaye Awa;Renard')).toEqual({ kind: 'names', names: expectedNames });
	expect(parseRosterNames('pseudonyme,nom\nLoup,"Dupont, Zoé"\nRenard,N’Diaye Awa')).toEqual({
		kind: 'names',
		names: expectedNames
	});
	expect(parseRosterNames('Nom\tPrénom\tPseudo\nDupont,\tZoé\tLoup\nN’Diaye\tAwa\tRenard')).toEqual({
		kind: 'names',
		names: expectedNames
	});
	expect(parseRosterNames('Dupont;Loup\nAwa\n;Renard\nZoé;loup')).toMatchObject({
		mistakes: [
			{ line: 2, reason: 'half' },
			{ line: 3, reason: 'half' },
			{ line: 4, reason: 'twice' }
		]
	});
});

test('a roster is read in UTF-8 or UTF-16, with or without byte order mark, and in Windows-1252', () => {
	const text = 'Nom;Pseudonyme\r\nÉloïse D’Œuvre;Zoé\r\n';
	const encodeUtf16 = (isLittleEndian: boolean, hasByteOrderMark: boolean) => {
		const bytes = new Uint8Array((text.length + 1) * 2);
		const view = new DataView(bytes.buffer);
		[0xfeff, ...[...text].map((letter) => letter.charCodeAt(0))].forEach((unit, place) =>
			view.setUint16(place * 2, unit, isLittleEndian)
		);
		return hasByteOrderMark ? bytes : bytes.slice(2);
	};
	const ansiBytes = Uint8Array.from(
		[...text].map((letter) => ({ Œ: 0x8c, '’': 0x92 })[letter] ?? letter.charCodeAt(0))
	);
	const utf8Bytes = new TextEncoder().encode(text);
	for (const bytes of [
		utf8Bytes,
		new TextEncoder().encode(`\uFEFF${text}`),
		ansiBytes,
		encodeUtf16(true, true),
		encodeUtf16(false, true),
		encodeUtf16(true, false),
		encodeUtf16(false, false)
	]) {
		expect(parseRosterNames(decodeSpreadsheetText(bytes))).toEqual({
			kind: 'names',
			names: [{ name: 'Éloïse D’Œuvre', text: 'Zoé', key: 'zoe' }]
		});
	}
});
