/** Programs that break the compiler get a final verdict, and the next program is judged normally. */
import { readFileSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, expect, test, vi } from 'vitest';
import { HOSTILE_PROGRAMS } from '../compile/hostile-programs.ts';
import { createJudge, hasPassedAll, type JudgeInput } from './index.ts';

vi.mock('node:child_process', { spy: true });

/** Megabytes. Twice the engine's maximum (two lanes) and what else the process holds; native esbuild took 5,000. */
const MOST_MEMORY = 1300;

const judge = createJudge({ seats: 1 });
afterAll(() => judge.close());

const authorFiles = {
	'checks/a.ts': `import { expect, test } from 'vitest'; import { one } from './main'; test('one', () => expect(one).toBe(1));`
};
const judgeFiles = (files: JudgeInput['files']) =>
	judge.judgeUnlessLost({ files, authorFiles, checks: ['checks/a.ts'] });

/** Processes that this one has started for the judge. */
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
		// Names that are not there are an ordinary mistake, if the machine is quick enough to find so many.
		const kinds = 'many.ts' in files ? ['thrown', 'too-large'] : ['too-large'];
		expect(kinds).toContain(verdict.report.load?.kind);
		const next = await judgeFiles({ 'main.ts': 'export const one = 1;' });
		expect(next !== 'lost' && hasPassedAll(next)).toBe(true);
		// In the same process, but for the first.
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
