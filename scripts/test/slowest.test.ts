import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { describeSlowestTests } from './slowest.ts';

const testFolder = mkdtempSync(join(tmpdir(), 'braise-slowest-'));
afterAll(() => rmSync(testFolder, { recursive: true }));

function writeReportFile(text: string): string {
	const path = join(testFolder, 'report.json');
	writeFileSync(path, text);
	return path;
}

test('tests of Vitest and Playwright reports are listed with the slowest first', async () => {
	const assertionResults = [
		{ fullName: 'quick', duration: 12 },
		{ fullName: 'slow', duration: 61_200 },
		{ fullName: 'skipped', duration: null }
	];
	expect(
		await describeSlowestTests(writeReportFile(JSON.stringify({ testResults: [{ assertionResults }] })), 2)
	).toEqual(['   61.2 s  slow', '    0.0 s  quick']);
	const createSpec = (title: string, duration: number) => ({
		title,
		file: 'a.spec.ts',
		tests: [{ results: [{ duration }] }]
	});
	const suites = [{ specs: [createSpec('one', 900)], suites: [{ specs: [createSpec('two', 2_000)] }] }];
	expect(await describeSlowestTests(writeReportFile(JSON.stringify({ suites })), 5)).toEqual([
		'    2.0 s  a.spec.ts: two',
		'    0.9 s  a.spec.ts: one'
	]);
});

test('a cut or missing report lists no tests', async () => {
	expect(await describeSlowestTests(writeReportFile('{"suites": ['), 5)).toEqual([]);
	expect(await describeSlowestTests(join(testFolder, 'nowhere.json'), 5)).toEqual([]);
});
