/** Tests that the author's command finds each problem at its place, and nothing else. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createJudge } from '#sandbox/judge/index.ts';
import { problemLine } from '#lib/server/content/problem.ts';
import { assembleFixture, EXPECTED_FILE, FIXTURE_FOLDER } from './assemble.ts';
import { checkChallenge } from './check.ts';
import { TEMPLATE_FOLDER } from './new/index.ts';

const judge = createJudge();
const root = mkdtempSync(join(tmpdir(), 'braise-broken-'));

afterAll(async () => {
	rmSync(root, { recursive: true, force: true });
	await judge.close();
});

async function lines(folder: string): Promise<string[]> {
	return (await checkChallenge(folder, judge, { isFull: true })).problems.map(problemLine);
}

test('the template of a new challenge has no problem, and every mutant is caught', async () => {
	const { problems, found } = await checkChallenge(TEMPLATE_FOLDER, judge, { isFull: true });
	expect(problems).toEqual([]);
	expect(found?.mutants).toEqual({
		'always-one-more': ['nobody-comes', 'full-trays'],
		'never-none': ['nobody-comes'],
		'rounds-down': ['one-more-person', 'whole-canteen'],
		'rounds-to-nearest': ['one-more-person']
	});
});

/** Every sixth is tried with each commit, and all in the soak. */
const PART = 6;
for (const [at, reason] of readdirSync(FIXTURE_FOLDER).entries())
	test(reason, { tags: at % PART === 0 ? [] : ['soak'] }, () => findsItsProblem(reason));

async function findsItsProblem(reason: string) {
	const expected = readFileSync(join(FIXTURE_FOLDER, reason, EXPECTED_FILE), 'utf8')
		.trim()
		.split('\n');
	// How long it takes is never the same.
	const found = (await lines(assembleFixture(reason, root))).map((line) => line.replace(/takes \d+ ms/, 'takes … ms'));
	expect(found).toEqual(expected);
}

test('data-too-large', async () => {
	const folder = assembleFixture('start-passes', root);
	writeFileSync(join(folder, 'data', 'archive.txt'), 'invented '.repeat(12_000));
	expect(await lines(folder)).toContainEqual(
		expect.stringMatching(/^data\/archive\.txt:1: the data has 108\d{3} bytes; at most 100000$/)
	);
});

test('every folder that is asked for gets its lines, a folder that is not there too', async () => {
	expect(await lines(join(root, 'nowhere'))).toEqual([':1: there is no such folder']);
	expect(await lines(FIXTURE_FOLDER)).toEqual(['challenge.yaml:1: is missing']);
});
