import { expect, test } from 'vitest';
import { tableText } from './table.ts';

test('a cell that a spreadsheet would compute is text', () => {
	const cells = ['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', '\r=1', 'Zoé; "la"', '<b>'];
	expect(tableText([...'abcdefgh'], [cells])).toBe(
		`\uFEFFa;b;c;d;e;f;g;h\r\n"'=1+1";"'+33";"'-2";"'@SUM(A1)";"'\t=1";"'\r=1";"Zoé; ""la""";<b>\r\n`
	);
});
