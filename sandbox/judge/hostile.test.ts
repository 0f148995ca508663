/** Tests that a program which breaks the compiler gets a final verdict, and that the next program is judged normally. */
import { readFileSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, expect, test, vi } from 'vitest';
import { HOSTILE_PROGRAMS } from '../compile/hostile-programs.ts';
import { createJudge, hasPassedAll, type JudgeInput } from './index.ts';

vi.mock('node:child_process', { spy: true });

/**
 * Megabytes: twice the maximum of the compiler's memory (for its two lanes), and the rest of the process. Native esbuild used
 * 5,000.
 */
const MOST_MEMORY = 1300;

const judge = createJudge({ seats: 1 });
afterAll(() => judge.close());

const authorFiles = {
	'checks/a.ts': `import { expect, test } from 'vitest'; import { one } from './main'; test('one', () => expect(one).toBe(1));`
};
const judgeFiles = (files: JudgeInput['files']) =>
	judge.judgeUnlessLost({ files, authorFiles, checks: ['checks/a.ts'] });

/** Returns the processes that this process has started for the judge. */
function children(): ChildProcess[] {
	return vi.mocked(spawn).mock.results.flatMap(({ type, value }) => (type === 'return' ? [value as ChildProcess] : []));
}

test.each(Object.entries(HOSTILE_PROGRAMS))(
	'a program that %s has its verdict, and the next one too',
	async (_, files) => {
		const before = children().length;
		const verdict = await judgeFiles(files);
		if (verdict === 'lost') throw new Error('the process was lost');
		expect(verdict.broke).toBe('program');
		// A quick machine finds the missing names before its limit, and reports them as ordinary mistakes.
		const kinds = 'many.ts' in files ? ['thrown', 'too-large'] : ['too-large'];
		expect(kinds).toContain(verdict.report.load?.kind);
		const next = await judgeFiles({ 'main.ts': 'export const one = 1;' });
		expect(next !== 'lost' && hasPassedAll(next)).toBe(true);
		// The judge has started no further process, except its first.
		expect(children().length).toBe(Math.max(1, before));
	}
);

test.runIf(process.platform === 'linux')('the process has never held more memory than its compilers may', () => {
	const peaks = children()
		.filter(({ exitCode }) => exitCode === null)
		.map(({ pid }) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000);
	expect(peaks).toHaveLength(1);
	expect(Math.max(...peaks)).toBeLessThan(MOST_MEMORY);
});
