import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { judge } from '#sandbox/judge/unit-test-judge.ts';
import { listChallengeFolders } from '#lib/server/content/read-folder.ts';
import { checkChallenge } from './check.ts';
import { describeCheckedChallenge } from './describe-checked-challenge.ts';

const challengesFolder = fileURLToPath(new URL('../../challenges', import.meta.url));

describe('challenges', () => {
	const challengeFolders = listChallengeFolders(challengesFolder).map((name) => join(challengesFolder, name));

	test('at least one challenge is found', () => expect(challengeFolders.length).toBeGreaterThan(0));

	async function expectNoProblem(folder: string, isFull: boolean) {
		const checkedChallenge = await checkChallenge(folder, judge, { isFull });
		expect(checkedChallenge.problems, describeCheckedChallenge(checkedChallenge, challengesFolder)).toEqual([]);
	}

	for (const [index, folder] of challengeFolders.entries()) {
		test(`${basename(folder)} is without a problem`, { tags: index === 0 ? [] : ['more'] }, () =>
			expectNoProblem(folder, false)
		);
		test(`the scene of ${basename(folder)} plays with any program`, { tags: ['soak'] }, () =>
			expectNoProblem(folder, true)
		);
	}
});
