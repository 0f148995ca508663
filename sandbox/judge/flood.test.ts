import { afterAll, expect, test } from 'vitest';
import { HOSTILE_PROGRAMS } from '../compile/hostile-programs.ts';
import { createJudge, hasVerdictPassed, type JudgeInput } from './index.ts';

const judge = createJudge({ seats: 1 });
afterAll(() => judge.close());

const authorFiles = {
	'checks/a.ts': `import { expect, test } from 'vitest'; import { one } from './main'; test('one', () => expect(one).toBe(1));`
};
const judgeFiles = (files: JudgeInput['files']) =>
	judge.judgeUnlessLost({ files, authorFiles, checks: ['checks/a.ts'] });

test('ordinary programs are judged rightly among many that break the compiler', async () => {
	const floodVerdictPromises = [...Object.values(HOSTILE_PROGRAMS), ...Object.values(HOSTILE_PROGRAMS)].map((files) =>
		judgeFiles(files)
	);
	const ordinaryVerdictPromises = [1, 2, 3].map((value) => judgeFiles({ 'main.ts': `export const one = ${value};` }));
	const verdicts = await Promise.all(ordinaryVerdictPromises);
	expect(verdicts.map((verdict) => verdict !== 'lost' && hasVerdictPassed(verdict))).toEqual([true, false, false]);
	const hostileVerdicts = await Promise.all(floodVerdictPromises);
	expect(hostileVerdicts.map((verdict) => verdict !== 'lost' && verdict.broke)).toEqual(
		floodVerdictPromises.map(() => 'program')
	);
});
