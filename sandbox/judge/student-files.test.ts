import { expect, test } from 'vitest';
import { hasVerdictPassed } from './index.ts';
import { judge } from './unit-test-judge.ts';

const WRONG_PROGRAM = 'export const double = (n: number) => n;';
const RIGHT_PROGRAM = 'export const double = (n: number) => n * 2;';
const authorFiles = {
	'checks/build.ts': `import { expect, test } from 'vitest';
import { double } from './main';
import { cases } from './cases';
import rows from './data/rows';
import { rates } from './data/rates.js';
test.each(cases)('doubles %i', (n) => { expect(double(n)).toBe(n * 2); });
test('rows', () => { expect(rows.map(double)).toEqual([2, 4]); });
test('rates', () => { expect(rates.map(double)).toEqual([6, 8]); });`,
	'checks/cases.ts': 'export const cases = [1, 2, 3];',
	'data/rows.json': '[1, 2]',
	'data/rates.ts': 'export const rates = [3, 4];'
};
const passesAllChecks = async (files: Record<string, string>) =>
	hasVerdictPassed(await judge.judge({ files, authorFiles, checks: ['checks/build.ts'] }));

test('checks find their author’s helpers and data', async () => {
	expect(await passesAllChecks({ 'main.ts': RIGHT_PROGRAM })).toBe(true);
	expect(await passesAllChecks({ 'main.ts': WRONG_PROGRAM })).toBe(false);
});

test.each([
	['cases.ts', 'export const cases = [0];'],
	['checks/cases.js', 'export const cases = [0];'],
	['checks/cases', 'export const cases = [0];'],
	['checks/main.ts', 'export const double = (n: number) => n * 2;'],
	['checks/build.js', 'export {};'],
	['data/rows.ts', 'export default { map: () => [2, 4] };'],
	['data/rows.js', 'export default { map: () => [2, 4] };'],
	['data/rows', 'export default { map: () => [2, 4] };'],
	['data/rates.js.ts', 'export const rates = [6, 8];'],
	['data/rates.js.js', 'export const rates = [6, 8];'],
	['data/rates.js.json', '{ "rates": [6, 8] }']
])('a student’s file %s does not change which checks a wrong program fails', async (path, text) => {
	const listCheckStatuses = async (files: Record<string, string>) => {
		const { report } = await judge.judge({ files, authorFiles, checks: ['checks/build.ts'] });
		return report.results.map((result) => `${result.path.join(' ')}: ${result.status}`);
	};
	expect(await listCheckStatuses({ 'main.ts': WRONG_PROGRAM, [path]: text })).toEqual(
		await listCheckStatuses({ 'main.ts': WRONG_PROGRAM })
	);
});

test('a program imports the student’s own file, even if a helper has the same name', async () => {
	const files = { 'main.ts': "import { by } from './cases';\nexport const double = (n: number) => n * by;" };
	expect(await passesAllChecks({ ...files, 'cases.ts': 'export const by = 2;' })).toBe(true);
	expect(await passesAllChecks({ ...files, 'cases.ts': 'export const by = 1;' })).toBe(false);
});

test('a check file that replaces JSON.stringify does not change the report', async () => {
	const checkCode = `import { expect, test } from 'vitest';
import { double } from './main';
JSON.stringify = () => '{}';
test('doubles', () => { console.log('written'); expect(double(1)).toBe(2); });`;
	const { report } = await judge.judge({
		files: { 'main.ts': WRONG_PROGRAM },
		authorFiles: { 'checks/build.ts': checkCode },
		checks: ['checks/build.ts']
	});
	expect(report.results).toMatchObject([
		{ path: ['doubles'], status: 'fail', console: [{ values: [{ text: 'written' }] }] }
	]);
});
