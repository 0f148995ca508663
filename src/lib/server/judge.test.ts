/** Tests that the judge passes the programs with which it warms up. */
import { afterAll, expect, test } from 'vitest';
import { closeJudge, warmUpJudge } from './judge.ts';

afterAll(closeJudge);

test('the programs with which the judge warms up pass', async () => {
	await expect(warmUpJudge(2)).resolves.toBeUndefined();
});
