import { expect, test } from 'vitest';
import type { Files } from '../contract.ts';
import { judge } from './unit-test-judge.ts';

const CHECKS_CODE = `import { expect, test } from 'vitest';
import { answer } from './main';
test('answers', () => { expect(answer()).toBe(1); });`;

async function judgeFiles(files: Files) {
	const { report } = await judge.judge({ files, authorFiles: { 'checks/a.ts': CHECKS_CODE }, checks: ['checks/a.ts'] });
	return report.results[0];
}

test('main.ts is judged, not the files with similar names beside it', async () => {
	const rightProgram = 'export const answer = () => 1;';
	const filesBeside = {
		main: rightProgram,
		'main.js': rightProgram,
		'main.json': '{}',
		'main.ts.ts': rightProgram,
		'checks/a': rightProgram
	};
	expect((await judgeFiles({ 'main.ts': 'export const answer = () => 0;', ...filesBeside }))?.status).toBe('fail');
	expect((await judgeFiles({ 'main.ts': rightProgram }))?.status).toBe('pass');
});

test.each([
	['another file', 'given:checks/a.ts', 'AAgoBA;AAAA'],
	['a data file', 'given:data/prices.csv', 'AAAA;AAAA'],
	['no file', null, 'AAAA;AAAA']
])('a program’s own source map cannot place its error in %s', async (_, source, mappings) => {
	const sourceMap = JSON.stringify({ version: 3, sources: [source], names: [], mappings });
	const program = `export const answer = () => {\n\tthrow new Error('here'); };
//# source${'Mapping'}URL=data:application/json;base64,${Buffer.from(sourceMap).toString('base64')}`;
	expect((await judgeFiles({ 'main.ts': program }))?.problem).toMatchObject({
		kind: 'thrown',
		place: { file: 'main.ts', line: 2 }
	});
});
