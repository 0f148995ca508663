import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { chooseTemporaryFolder } from './temporary-folder.ts';

test('a folder with enough free space is chosen', async () => {
	expect(await chooseTemporaryFolder('.', 1)).toBe('.');
});

test('instead of a full or missing folder, the system’s temporary folder is chosen', async () => {
	expect(await chooseTemporaryFolder('.', Infinity)).toBe(tmpdir());
	expect(await chooseTemporaryFolder('/nowhere', 1)).toBe(tmpdir());
});
