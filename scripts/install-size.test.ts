import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const MEGABYTE = 2 ** 20;

function measureFolderBytes(folder: string): number {
	let size = 0;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		// Hidden folders are left out, because packages write them only after their installation.
		if (entry.isDirectory() && !entry.name.startsWith('.')) size += measureFolderBytes(path);
		else if (entry.isFile()) size += statSync(path).size;
	}
	return size;
}

test('the installed packages have at most 650 MB', () => {
	expect(measureFolderBytes('node_modules') / MEGABYTE).toBeLessThan(650);
});
