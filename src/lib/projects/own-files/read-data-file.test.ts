import { expect, test } from 'vitest';
import { looksLikeDataFile, MOST_IMPORTED_DATA_BYTES, readDataFile } from './read-data-file.ts';

const createDataFile = (name: string, ...parts: BlobPart[]) => new File(parts, name);

test('a table is read in the encodings of spreadsheets, with plain line ends', async () => {
	const latin1Bytes = new Uint8Array([...'caf\u00e9;th\u00e9\r\n1;2\r\n'].map((sign) => sign.charCodeAt(0)));
	for (const fileContent of [latin1Bytes, '\ufeffcaf\u00e9;th\u00e9\r\n1;2\r\n']) {
		expect(await readDataFile(createDataFile('Menu.CSV', fileContent))).toEqual({
			kind: 'data',
			ending: 'csv',
			text: 'caf\u00e9;th\u00e9\n1;2\n'
		});
	}
});

test('a JavaScript file becomes a TypeScript file with the same text', async () => {
	const text = 'let a = 1;\n';
	expect(await readDataFile(createDataFile('sketch.js', text))).toEqual({ kind: 'data', ending: 'ts', text });
});

test('a workbook, a very large file and a binary file are each refused with a reason', async () => {
	const refusalReasonOf = async (file: File) => {
		expect(looksLikeDataFile(file)).toBe(true);
		const result = await readDataFile(file);
		return result.kind === 'refused' ? result.reason : result.kind;
	};
	expect(await refusalReasonOf(createDataFile('menu.xlsx', 'PK'))).toBe('workbook');
	expect(await refusalReasonOf(createDataFile('menu.csv', 'a'.repeat(MOST_IMPORTED_DATA_BYTES + 1)))).toBe(
		'data-heavy'
	);
	expect(
		await refusalReasonOf(createDataFile('menu.json', '{"a": 1}', new Uint8Array([65, 0, 65, 65, 65, 65, 65, 65])))
	).toBe('data-broken');
	expect(looksLikeDataFile(createDataFile('menu.png'))).toBe(false);
});
