import { expect, it } from 'vitest';
import { WordWidths } from './word-widths.ts';

function createWordMeasure() {
	const words: string[] = [];
	const measure = (word: string) => {
		words.push(word);
		return word.length * 10;
	};
	return { words, measure };
}

it('measures a line as its words and spaces, each once in each font', () => {
	const { words, measure } = createWordMeasure();
	const widths = new WordWidths();
	const line = widths.lineMeasure('16px sans', measure);
	expect([line('the old the oven'), line('old oven'), line('')]).toEqual([160, 80, 0]);
	expect(words).toEqual([' ', 'the', 'old', 'oven', '']);
	widths.lineMeasure('20px sans', measure)('oven');
	expect(words.slice(5)).toEqual([' ', 'oven']);
});

it('forgets what it measured before it holds too much', () => {
	const { words, measure } = createWordMeasure();
	const line = new WordWidths().lineMeasure('16px sans', measure);
	for (let number = 0; number < 5000; number++) line(String(number));
	const before = words.length;
	expect(line('4999')).toBe(40);
	expect(line('0')).toBe(10);
	expect(words.length).toBe(before + 1);
});
