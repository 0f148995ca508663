import { expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

const splitTexts = (text: string, language = 'fr', isCode = false) =>
	splitSentences(text, language, isCode).map(({ start, end }) => text.slice(start, end));

test('a text is split where its sentences end', () => {
	expect(splitTexts('Le prix monte. Pourquoi ? Regarde `price(25)` : 2,5 € !')).toEqual([
		'Le prix monte.',
		'Pourquoi ?',
		'Regarde `price(25)` : 2,5 € !'
	]);
});

test('a line break within a sentence does not split the sentence', () => {
	expect(splitTexts('The price\n\trises with\ntime. It stops.', 'en')).toEqual([
		'The price\n\trises with\ntime.',
		'It stops.'
	]);
});

test('a code block is read line by line, without lines that contain only signs', () => {
	expect(splitTexts('if (minutes <= 20) {\n\treturn 0;\n}\n', 'fr', true)).toEqual([
		'if (minutes <= 20) {',
		'return 0;'
	]);
});

test('a text without words gives no sentences to read aloud', () => {
	expect(splitTexts(' \n … — ')).toEqual([]);
});
