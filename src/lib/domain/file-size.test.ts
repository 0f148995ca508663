import { expect, test } from 'vitest';
import { findSizeExcess, LONGEST_LINE, MOST_DATA_FILE_BYTES, MOST_FILE_BYTES, MOST_FILE_LINES } from './file-size.ts';

const createLine = (length: number) => 'é'.repeat(length);
const createLines = (count: number) => Array<string>(count).fill('1').join('\n');
/** Makes a text of `count` bytes, in lines short enough to pass. */
const createTextOfBytes = (count: number) => `${'x'.repeat(999)}\n`.repeat(count / 1000);

test.each([
	[
		'characters in a line',
		createLine(LONGEST_LINE),
		`a\n${createLine(LONGEST_LINE + 1)}`,
		{ of: 'line', line: 2, most: LONGEST_LINE }
	],
	['lines', createLines(MOST_FILE_LINES), createLines(MOST_FILE_LINES + 1), { of: 'lines', most: MOST_FILE_LINES }],
	[
		'bytes',
		createTextOfBytes(MOST_FILE_BYTES),
		`${createTextOfBytes(MOST_FILE_BYTES)}é`,
		{ of: 'bytes', most: MOST_FILE_BYTES }
	]
])('the largest number of %s is allowed, and one more is too large', (_, most, more, excess) => {
	expect(findSizeExcess({ 'main.ts': most })).toBeUndefined();
	expect(findSizeExcess({ 'main.ts': '', 'side.ts': more })).toEqual({ file: 'side.ts', ...excess });
});

test('each file is measured separately, and data files have a larger limit of bytes', () => {
	const largestText = createTextOfBytes(MOST_FILE_BYTES);
	expect(
		findSizeExcess({
			'main.ts': largestText,
			'side.js': largestText,
			'data/rows.csv': largestText + largestText + createLine(5000)
		})
	).toBeUndefined();
	for (const file of ['rows.json', 'index.html']) {
		expect(findSizeExcess({ [file]: createTextOfBytes(MOST_DATA_FILE_BYTES) })).toBeUndefined();
		expect(findSizeExcess({ [file]: `${createTextOfBytes(MOST_DATA_FILE_BYTES)}é` })).toEqual({
			of: 'bytes',
			file,
			most: MOST_DATA_FILE_BYTES
		});
	}
});

test('the limit of line length applies to files compiled as code, whatever their extension', () => {
	for (const file of ['main', 'more.mts', 'part.tsx', 'part.ts.bak', 'data/rows'])
		expect(findSizeExcess({ [file]: createLine(LONGEST_LINE + 1) }), file).toMatchObject({ of: 'line', file });
	for (const file of ['rows.json', 'style.css', 'index.html', 'a.txt', 'a.md'])
		expect(findSizeExcess({ [file]: createLine(LONGEST_LINE + 1) }), file).toBeUndefined();
});
