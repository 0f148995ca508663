import { spawn, type ChildProcess } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { createJudge, hasVerdictPassed } from './index.ts';

vi.mock('node:child_process', { spy: true });

test('a judge responds before and after a judgement, stops responding with its process, and recovers', async () => {
	const judge = createJudge({ seats: 1 });
	const judgeGoodProgram = () =>
		judge.judge({
			files: { 'main.ts': 'export const one = 1;' },
			authorFiles: {
				'checks/a.ts': `import { expect, test } from 'vitest'; import { one } from './main'; test('one', () => expect(one).toBe(1));`
			},
			checks: ['checks/a.ts']
		});
	try {
		expect(await judge.isResponding(1)).toBe(true);
		expect(hasVerdictPassed(await judgeGoodProgram())).toBe(true);
		expect(await judge.isResponding(10_000)).toBe(true);
		const { calls, results } = vi.mocked(spawn).mock;
		const at = calls.findIndex((call) => (call[1] as string[] | undefined)?.includes('--input-type=commonjs'));
		const child = results[at]?.value as ChildProcess;
		expect(child.kill('SIGSTOP')).toBe(true);
		expect(await judge.isResponding(200)).toBe(false);
		expect(child.kill('SIGCONT')).toBe(true);
		expect(await judge.isResponding(10_000)).toBe(true);
	} finally {
		await judge.close();
	}
});

test('a closed judge answers every open request as lost or refused, and starts no process', async () => {
	const judge = createJudge({ seats: 1 });
	const judgeProgramOfValue = (value: number) =>
		judge
			.judgeUnlessLost({
				files: { 'main.ts': `export const value = ${value};` },
				authorFiles: {
					'checks/a.ts': `import { expect, test } from 'vitest'; import { value } from './main'; test('value', () => { while (value > 0); });`
				},
				checks: ['checks/a.ts']
			})
			.catch(() => 'refused' as const);
	const verdictPromises = [
		judgeProgramOfValue(0),
		...Array.from({ length: 20 }, (_, each) => judgeProgramOfValue(each + 1))
	];
	await verdictPromises[0];
	await judge.close();
	for (const answer of (await Promise.all(verdictPromises)).slice(1)) expect(['lost', 'refused']).toContain(answer);
	const { results } = vi.mocked(spawn).mock;
	const spawnCount = results.length;
	expect(await judgeProgramOfValue(0)).toBe('refused');
	expect(results.length).toBe(spawnCount);
});
