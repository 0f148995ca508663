/** Assembles a broken challenge for a test, from the template and those files that differ. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEMPLATE_FOLDER } from './new/index.ts';

export const FIXTURE_FOLDER = fileURLToPath(new URL('../../tests/fixtures/challenges', import.meta.url));

const ABSENT_SUFFIX = '.absent';
export const EXPECTED_PROBLEMS_FILE = 'expected.txt';

/** Builds the challenge in `into` and returns its folder. A file `<name>.absent` removes `<name>`. */
export function assembleFixture(reason: string, into: string): string {
	const folder = join(into, reason, 'template');
	cpSync(TEMPLATE_FOLDER, folder, { recursive: true });
	cpSync(join(FIXTURE_FOLDER, reason), folder, { recursive: true });
	rmSync(join(folder, EXPECTED_PROBLEMS_FILE), { force: true });
	for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!path.endsWith(ABSENT_SUFFIX)) continue;
		rmSync(join(folder, path));
		rmSync(join(folder, path.slice(0, -ABSENT_SUFFIX.length)));
	}
	return folder;
}
