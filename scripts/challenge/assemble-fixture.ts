import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEMPLATE_FOLDER } from './new/index.ts';

export const FIXTURES_FOLDER = fileURLToPath(new URL('../../tests/fixtures/challenges', import.meta.url));

const ABSENT_FILE_SUFFIX = '.absent';
export const EXPECTED_PROBLEMS_FILE = 'expected.txt';

/** A fixture's file `<name>.absent` removes the template's file `<name>`. */
export function assembleFixture(reason: string, targetFolder: string): string {
	const challengeFolder = join(targetFolder, reason, 'template');
	cpSync(TEMPLATE_FOLDER, challengeFolder, { recursive: true });
	cpSync(join(FIXTURES_FOLDER, reason), challengeFolder, { recursive: true });
	rmSync(join(challengeFolder, EXPECTED_PROBLEMS_FILE), { force: true });
	for (const path of readdirSync(challengeFolder, { recursive: true, encoding: 'utf8' })) {
		if (!path.endsWith(ABSENT_FILE_SUFFIX)) continue;
		rmSync(join(challengeFolder, path));
		rmSync(join(challengeFolder, path.slice(0, -ABSENT_FILE_SUFFIX.length)));
	}
	return challengeFolder;
}
