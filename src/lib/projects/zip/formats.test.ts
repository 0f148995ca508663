import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readProjectZip } from './read.ts';
import { writeProjectZip } from './write.ts';

const FORMATS_FOLDER = 'tests/fixtures/formats';

test.each(readdirSync(FORMATS_FOLDER))(
	'a zip of format %s is read, and stays the same when written and read again',
	(format) => {
		const result = readProjectZip(
			new Uint8Array(readFileSync(`${FORMATS_FOLDER}/${format}/project.zip`)),
			'other-name.zip'
		);
		expect(result).toMatchObject({
			kind: 'folder',
			folder: {
				files: { 'main.ts': "// Été\nexport function draw() {}\nconsole.log('pain');\n" },
				description: { title: 'Marché du samedi', card: { who: 'Inès, qui vend du pain' } }
			},
			leftOutPaths: []
		});
		if (result.kind === 'folder') expect(readProjectZip(writeProjectZip(result.folder), 'x.zip')).toEqual(result);
	}
);
