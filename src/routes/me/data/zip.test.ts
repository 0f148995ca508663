/** Tests the zip of a person's data, also for files of older formats. */
import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createDataZip } from './zip.ts';

test('the zip contains the complete data file, and a folder for each work as last saved', () => {
	const createVersion = (id: string, title: string | null, files: Record<string, string>) => ({
		id,
		files,
		project: title === null ? null : { title }
	});
	const text = JSON.stringify({
		works: [
			{
				id: 'a',
				head: 'new',
				challenge: null,
				versions: [
					createVersion('old', 'Mon été', { 'main.ts': 'old' }),
					createVersion('new', 'Mon été', { 'main.ts': 'new', '../up.ts': 'x' })
				]
			},
			{
				id: 'b',
				head: 'only',
				challenge: { id: 'horodateur' },
				versions: [createVersion('only', null, { 'main.ts': 'é' })]
			}
		]
	});
	const files = Object.entries(unzipSync(createDataZip(text))).map(([path, bytes]) => [path, strFromU8(bytes)]);
	expect(Object.fromEntries(files)).toEqual({
		'braise-data.json': text,
		'1-mon-ete/main.ts': 'new',
		'1-mon-ete/_/up.ts': 'x',
		'2-horodateur/main.ts': 'é'
	});
});

const FORMATS_FOLDER = 'tests/fixtures/formats';

test.each(readdirSync(FORMATS_FOLDER))(
	'works exported in format %s are in the zip as they were last saved',
	(format) => {
		const text = readFileSync(`${FORMATS_FOLDER}/${format}/braise-data.json`, 'utf8');
		const files = unzipSync(createDataZip(text));
		const readZippedText = (end: string) => {
			const path = Object.keys(files).find((each) => each.endsWith(end));
			return path === undefined ? undefined : strFromU8(files[path] ?? new Uint8Array());
		};
		expect(readZippedText('braise-data.json')).toBe(text);
		expect(readZippedText('-horodateur/main.ts')).toContain('return halfHours(minutes) * 50;');
		expect(readZippedText('-deux-ordinateurs/main.ts')).toContain('let first = 100;');
	}
);
