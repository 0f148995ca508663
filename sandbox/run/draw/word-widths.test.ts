/** Tests that each word is measured once in each font, and that old measures are forgotten to save memory. */
import { expect, it } from 'vitest';
import { WordWidths } from './word-widths.ts';

function createWordMeasure() {
	const measuredWords: string[] = [];
	const measure = (word: string) => {
		measuredWords.push(word);
		return word.length * 10;
	};
	return { words: measuredWords, measure };
}

it('a line’s width is the sum of its words and spaces, each measured once per font', () => {
	const { words, measure } = createWordMeasure();
	const widths = new WordWidths();
	const measureLine = widths.lineMeasure('16px sans', measure);
	expect([measureLine('the old the oven'), measureLine('old oven'), measureLine('')]).toEqual([160, 80, 0]);
	expect(words).toEqual([' ', 'the', 'old', 'oven', '']);
	widths.lineMeasure('20px sans', measure)('oven');
	expect(words.slice(5)).toEqual([' ', 'oven']);
});

it('old measurements are forgotten when too many words have been measured', () => {
	const { words, measure } = createWordMeasure();
	const measureLine = new WordWidths().lineMeasure('16px sans', measure);
	for (let number = 0; number < 5000; number++) measureLine(String(number));
	const countBefore = words.length;
	expect(measureLine('4999')).toBe(40);
	expect(measureLine('0')).toBe(10);
	expect(words.length).toBe(countBefore + 1);
});
