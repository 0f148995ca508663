/** A broken challenge for a test: the template, and over it the few files that differ. `<name>.absent` says that one is not there. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEMPLATE } from './new.ts';

export const FIXTURES = fileURLToPath(new URL('../../tests/fixtures/challenges', import.meta.url));

const ABSENT = '.absent';
/** What the command is to say of it. */
export const EXPECTED = 'expected.txt';

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
