/** Tests that the author's command finds no problem in any challenge. */
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { judge } from '#sandbox/judge/unit-test-judge.ts';
import { listChallengeFolders } from '#lib/server/content/folder.ts';
import { checkChallenge } from './check.ts';
import { describeCheckedChallenge } from './say.ts';

const root = fileURLToPath(new URL('../../challenges', import.meta.url));

describe('challenges', () => {
	const folders = listChallengeFolders(root).map((name) => join(root, name));

	test('there are some', () => expect(folders.length).toBeGreaterThan(0));

	async function findsNoProblem(folder: string, isFull: boolean) {
		const checkedChallenge = await checkChallenge(folder, judge, { isFull });
		expect(checkedChallenge.problems, describeCheckedChallenge(checkedChallenge, root)).toEqual([]);
	}

	for (const folder of folders) {
		test(`${basename(folder)} is without a problem`, () => findsNoProblem(folder, false));
		test(`the scene of ${basename(folder)} plays with any program`, { tags: ['soak'] }, () =>
			findsNoProblem(folder, true)
		);
	}
});
