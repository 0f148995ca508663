import { expect, test } from 'vitest';
import { writeSpreadsheetText } from './spreadsheet-text.ts';

test('a cell that a spreadsheet would compute is written as text', () => {
	const cells = ['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', '\r=1', 'Zoé; "la"', '<b>'];
	expect(writeSpreadsheetText([...'abcdefgh'], [cells])).toBe(
		`\uFEFFa;b;c;d;e;f;g;h\r\n"'=1+1";"'+33";"'-2";"'@SUM(A1)";"'\t=1";"'\r=1";"Zoé; ""la""";<b>\r\n`
	);
});

test('formula signs in full-width form or after a line break are written as text too', () => {
	expect(writeSpreadsheetText(['a', 'b'], [['＝1+1', '\n=1']])).toBe(`\uFEFFa;b\r\n"'＝1+1";"'\n=1"\r\n`);
});

test('cells are separated by commas in English and by semicolons in French', () => {
	expect(writeSpreadsheetText(['a', 'b'], [['1.5', 'x;y']], 'en')).toBe('\uFEFFa,b\r\n1.5,x;y\r\n');
	expect(writeSpreadsheetText(['a', 'b'], [['1,5', 'x;y']], 'fr')).toBe('\uFEFFa;b\r\n1,5;"x;y"\r\n');
});
