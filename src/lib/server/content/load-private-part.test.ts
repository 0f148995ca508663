/** Tests that a challenge's private part, stored as JSON, is read exactly as it was packed. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readChallengeFolder } from './read-folder.ts';
import { privatePartSchema } from './load-private-part.ts';
import { readChallengeFiles } from './pack.ts';

const CHECKS_FILE_PATH = 'checks/build.yaml';

test('the private part is read as it was packed, with the examples in which a function throws', async () => {
	const { files } = readChallengeFolder('challenges/frigo-vaccins');
	const throwingCheck =
		'- { function: status, because: { fr: refusé, en: refused }, examples: [{ given: [999], throws: true }] }\n';
	const { packed } = await readChallengeFiles('frigo-vaccins', {
		...files,
		[CHECKS_FILE_PATH]: `${files[CHECKS_FILE_PATH] ?? ''}${throwingCheck}`
	});
	if (packed === undefined) throw new Error('The challenge was not packed.');
	expect(packed.privatePart.catch?.known).toContainEqual({ function: 'status', given: [999], throws: true });
	const stored: unknown = JSON.parse(JSON.stringify(packed.privatePart));
	expect(v.parse(privatePartSchema, stored)).toEqual(packed.privatePart);
});
