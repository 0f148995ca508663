/** Tests the search for a folder that keeps other users out. */
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findFolderClosedToOthers } from './postgres-server.ts';

test('the outermost folder that is closed to other users is found', () => {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'braise-closed-')));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const [outer, inner] = [join(folder, 'outer'), join(folder, 'outer', 'inner')];
	mkdirSync(inner, { recursive: true });
	for (const one of [folder, outer, inner]) chmodSync(one, 0o755);
	// On some systems the folder for temporary files is closed itself.
	const closedAbove = findFolderClosedToOthers(join(folder, 'file'));
	const program = join(inner, 'program');
	expect(findFolderClosedToOthers(program)).toBe(closedAbove);
	chmodSync(inner, 0o700);
	expect(findFolderClosedToOthers(program)).toBe(closedAbove ?? inner);
	chmodSync(outer, 0o750);
	expect(findFolderClosedToOthers(program)).toBe(closedAbove ?? outer);
});
