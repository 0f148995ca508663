/** Tests that the author's command finds no problem in any challenge. */
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { createJudge } from '#sandbox/judge/index.ts';
import { challengeFolders } from '#lib/server/content/folder.ts';
import { checkChallenge } from './check.ts';
import { describeChecked } from './say.ts';

const root = fileURLToPath(new URL('../../challenges', import.meta.url));
const judge = createJudge();

afterAll(() => judge.close());

describe('challenges', () => {
	const folders = challengeFolders(root).map((name) => join(root, name));

	test('there are some', () => expect(folders.length).toBeGreaterThan(0));

	test.each(folders.map((folder) => [basename(folder), folder] as const))(
		'%s is without a problem',
		async (_, folder) => {
			const checked = await checkChallenge(folder, judge);
			expect(checked.problems, describeChecked(checked, root)).toEqual([]);
		}
	);
});
