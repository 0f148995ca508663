import { expect, it } from 'vitest';
import { WordWidths } from './text.ts';

function createWordMeasurer() {
	const measuredWords: string[] = [];
	const measureWord = (word: string) => {
		measuredWords.push(word);
		return word.length * 10;
	};
	return { words: measuredWords, measureWord };
}

it('a line’s width is the sum of its words and spaces, each measured once per font', () => {
	const { words, measureWord } = createWordMeasurer();
	const widths = new WordWidths();
	const measureLine = widths.createLineMeasurer('16px sans', measureWord);
	expect([measureLine('the old the oven'), measureLine('old oven'), measureLine('')]).toEqual([160, 80, 0]);
	expect(words).toEqual([' ', 'the', 'old', 'oven', '']);
	widths.createLineMeasurer('20px sans', measureWord)('oven');
	expect(words.slice(5)).toEqual([' ', 'oven']);
});

it('old measurements are forgotten when too many words have been measured', () => {
	const { words, measureWord } = createWordMeasurer();
	const measureLine = new WordWidths().createLineMeasurer('16px sans', measureWord);
	for (let number = 0; number < 5000; number++) measureLine(String(number));
	const countBefore = words.length;
	expect(measureLine('4999')).toBe(40);
	expect(measureLine('0')).toBe(10);
	expect(words.length).toBe(countBefore + 1);
});
