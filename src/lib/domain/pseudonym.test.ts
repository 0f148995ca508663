import { expect, test } from 'vitest';
import { parsePseudonym, pseudonymKey } from './pseudonym.ts';

test('a pseudonym is shown as written, and compared without case, accents, spaces and punctuation', () => {
	expect(parsePseudonym('  Zoé-Lou\u00a0 2 ')).toEqual({ text: 'Zoé-Lou 2', key: 'zoelou2' });
	expect(pseudonymKey('ZOE LOU 2')).toBe('zoelou2');
	expect(pseudonymKey('Cœur')).toBe(pseudonymKey('COEUR'));
	// An accented letter is the same whether it is stored as one character or as two.
	expect(pseudonymKey('e\u0301toile')).toBe(pseudonymKey('étoile'));
});

test('pseudonyms that are empty, too long, markup or formulas, or have forbidden characters, are refused', () => {
	expect(parsePseudonym('   ')).toBe('empty');
	expect(parsePseudonym('a'.repeat(31))).toBe('long');
	for (const text of [
		'<b>loup</b>',
		'=SUM(A1)',
		'+33',
		'@loup',
		'-loup',
		'../loup',
		'loup\nrenard',
		'a\u0000b',
		'loup;',
		'😀'
	]) {
		expect(parsePseudonym(text), text).toBe('characters');
	}
});

test('pseudonyms with invisible or look-alike letters are refused, and names in other scripts accepted', () => {
	for (const text of ['Renard\u3164', '\uFFA0Loup', 'Ren\u115Fard', 'Ren\uFE0Fard', 'R\u0435nard', 'L\u03BFup'])
		expect(parsePseudonym(text), text).toBe('characters');
	for (const text of ['Марина', 'Ελένη', '민준', 'ليلى', 'Zoé'])
		expect(parsePseudonym(text), text).toMatchObject({ text });
});
