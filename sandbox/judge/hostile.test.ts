import { readFileSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, expect, test, vi } from 'vitest';
import { HOSTILE_PROGRAMS } from '../compile/hostile-programs.ts';
import { createJudge, hasVerdictPassed, type JudgeInput } from './index.ts';

vi.mock('node:child_process', { spy: true });

/**
 * Megabytes: twice the maximum of the compiler's memory (for its two lanes), and the rest of the process. Native esbuild used
 * 5,000.
 */
const MAX_PROCESS_MEGABYTES = 1300;

const judge = createJudge({ seats: 1 });
afterAll(() => judge.close());

const authorFiles = {
	'checks/a.ts': `import { expect, test } from 'vitest'; import { one } from './main'; test('one', () => expect(one).toBe(1));`
};
const judgeFiles = (files: JudgeInput['files']) =>
	judge.judgeUnlessLost({ files, authorFiles, checks: ['checks/a.ts'] });

function listJudgeProcesses(): ChildProcess[] {
	return vi.mocked(spawn).mock.results.flatMap(({ type, value }) => (type === 'return' ? [value as ChildProcess] : []));
}

/** Two programs use up the limit on time, for seconds each; `npm test` tries neither of them. */
const PROGRAMS_ONLY_IN_SOAK: readonly string[] = [
	'imports 3,000 names that are not there',
	'writes 118,000 statements on one line'
];

for (const [name, files] of Object.entries(HOSTILE_PROGRAMS)) {
	const tags = PROGRAMS_ONLY_IN_SOAK.includes(name) ? ['soak'] : [];
	test(`a program that ${name} gets a final verdict, and the next program passes`, { tags }, async () => {
		const processCountBefore = listJudgeProcesses().length;
		const verdict = await judgeFiles(files);
		if (verdict === 'lost') throw new Error('the process was lost');
		expect(verdict.broke).toBe('program');
		// A quick machine finds the missing names before its limit, and reports them as ordinary mistakes.
		const expectedKinds = 'many.ts' in files ? ['thrown', 'too-large'] : ['too-large'];
		expect(expectedKinds).toContain(verdict.report.load?.kind);
		const nextVerdict = await judgeFiles({ 'main.ts': 'export const one = 1;' });
		expect(nextVerdict !== 'lost' && hasVerdictPassed(nextVerdict)).toBe(true);
		// The judge has started no further process, except its first.
		expect(listJudgeProcesses().length).toBe(Math.max(1, processCountBefore));
	});
}

test.runIf(process.platform === 'linux')('the judge process never used more memory than its maximum', () => {
	const peakMegabytes = listJudgeProcesses()
		.filter(({ exitCode }) => exitCode === null)
		.map(({ pid }) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000);
	expect(peakMegabytes).toHaveLength(1);
	expect(Math.max(...peakMegabytes)).toBeLessThan(MAX_PROCESS_MEGABYTES);
});
