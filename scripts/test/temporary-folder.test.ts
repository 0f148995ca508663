/** Tests the choice of the folder for temporary files. */
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { chooseTemporaryFolder } from './temporary-folder.ts';

test('a folder with room is taken', async () => {
	expect(await chooseTemporaryFolder('.', 1)).toBe('.');
});

test('a folder without room, or that is not there, is left for the folder of temporary files', async () => {
	expect(await chooseTemporaryFolder('.', Infinity)).toBe(tmpdir());
	expect(await chooseTemporaryFolder('/nowhere', 1)).toBe(tmpdir());
});
