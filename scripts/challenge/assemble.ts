/** Assembles a broken challenge for a test from the template and the files that differ. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEMPLATE } from './new.ts';

export const FIXTURES = fileURLToPath(new URL('../../tests/fixtures/challenges', import.meta.url));

const ABSENT = '.absent';
export const EXPECTED = 'expected.txt';

/** Builds the challenge in `into` and returns its folder. A file `<name>.absent` removes `<name>`. */
export function assemble(reason: string, into: string): string {
	const folder = join(into, reason, 'template');
	cpSync(TEMPLATE, folder, { recursive: true });
	cpSync(join(FIXTURES, reason), folder, { recursive: true });
	rmSync(join(folder, EXPECTED), { force: true });
	for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!path.endsWith(ABSENT)) continue;
		rmSync(join(folder, path));
		rmSync(join(folder, path.slice(0, -ABSENT.length)));
	}
	return folder;
}
