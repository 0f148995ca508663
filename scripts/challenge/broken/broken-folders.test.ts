/** Tests that the author's command explains any broken folder, and runs none of its code outside the judge. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJudge } from '#sandbox/judge/index.ts';
import { setResultCache, type ResultCache } from '#sandbox/result-cache.ts';
import { formatContentProblem } from '#lib/server/content/content-problem.ts';
import { assembleFixture, fixtureReasons, readExpectedProblems } from '../assemble-fixture.ts';
import { checkChallenge } from '../check.ts';
import { createCachingJudge } from '../result-cache.ts';
import { TEMPLATE_FOLDER } from '../new/index.ts';
import { BreakableFolder, type BrokenFolderCase, type ForbiddenTargets } from './author-folder.ts';
import { BROKEN_FIELD_CASES, BROKEN_YAML_CASES } from './field-cases.ts';
import { BROKEN_FILE_CASES, FILE_NAME_CASES } from './file-cases.ts';
import { createSandboxEscapeCode, JUDGE_ESCAPE_CASES, BROKEN_PROGRAM_CASES } from './program-cases.ts';
import { BROKEN_TEXT_CASES } from './text-cases.ts';

const judge = createCachingJudge(createJudge({ isShortLived: true }));
const testFolder = mkdtempSync(join(tmpdir(), 'braise-broken-'));
const forbiddenTargets: ForbiddenTargets = {
	secretFolder: join(testFolder, 'outside'),
	tracePath: join(testFolder, 'trace.txt'),
	port: 0
};

let trapVisitCount = 0;
const trapServer = createServer((socket) => {
	trapVisitCount += 1;
	socket.destroy();
});

/** Creates a result cache in this process, so that unchanged parts of the template are compiled and judged only once. */
function createMemoryCache(): ResultCache {
	const results = new Map<string, string>();
	const cacheKeyOf = (what: string, input: unknown) => JSON.stringify([what, input]);
	return {
		read(what, input) {
			const storedText = results.get(cacheKeyOf(what, input));
			return storedText === undefined ? undefined : (JSON.parse(storedText) as unknown);
		},
		write: (what, input, result) => void results.set(cacheKeyOf(what, input), JSON.stringify(result))
	};
}

beforeAll(async () => {
	setResultCache(createMemoryCache());
	mkdirSync(forbiddenTargets.secretFolder);
	writeFileSync(join(forbiddenTargets.secretFolder, 'secret.ts'), "export const secret: number = 'braise-secret';\n");
	await new Promise<void>((resolve) => trapServer.listen(0, '127.0.0.1', resolve));
	forbiddenTargets.port = (trapServer.address() as AddressInfo).port;
});

afterAll(async () => {
	setResultCache(undefined);
	trapServer.close();
	rmSync(testFolder, { recursive: true, force: true });
	await judge.close();
});

async function problemLinesOf(folder: string): Promise<string[]> {
	return (await checkChallenge(folder, judge)).problems.map(formatContentProblem);
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

/** Cases that take long, because their program runs until a limit. */
const LONG_FIXTURE_NAMES = ['solution-too-slow'];
const isFixtureForSoak = (reason: string, index: number): boolean =>
	index % 3 !== 0 || LONG_FIXTURE_NAMES.includes(reason);

describe('a folder with one fault is reported with the expected problems', () => {
	for (const [index, reason] of fixtureReasons.entries())
		test(reason, { tags: [isFixtureForSoak(reason, index) ? 'soak' : 'more'] }, () => expectFixtureProblems(reason));
});

async function expectFixtureProblems(reason: string) {
	// The number of milliseconds differs each time, so it is replaced.
	const problemLines = (await problemLinesOf(assembleFixture(reason, testFolder))).map((line) =>
		line.replace(/takes \d+ ms/, 'takes … ms')
	);
	expect(problemLines).toEqual(readExpectedProblems(reason));
}

describe('a folder of a careless or hostile author', () => {
	const cases = [
		...[...BROKEN_FILE_CASES, ...FILE_NAME_CASES, ...BROKEN_YAML_CASES, ...BROKEN_FIELD_CASES],
		...[...BROKEN_TEXT_CASES, ...BROKEN_PROGRAM_CASES, ...JUDGE_ESCAPE_CASES]
	];

	test('at least fifty cases are tested', () => expect(cases.length).toBeGreaterThanOrEqual(50));

	for (const one of cases)
		test(one.name, { tags: one.isLong ? ['soak'] : [] }, () => expectExplainedWithoutEscape(one));
});

async function expectExplainedWithoutEscape(one: BrokenFolderCase) {
	const folder = new BreakableFolder(testFolder);
	one.break(folder, forbiddenTargets);
	const lines = await problemLinesOf(one.checkedPath?.(folder, forbiddenTargets) ?? folder.path);
	const { expectedLines: says, hasOtherLines } = one;
	const expectedLines: unknown[] = says.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line)));
	expect(lines).toEqual(hasOtherLines ? expect.arrayContaining(expectedLines) : expectedLines);
	for (const line of lines) expect(line).toMatch(/^[^\p{Cc}]*:\d+: [^\p{Cc}]+$/u);
	expect(lines.join('\n')).not.toContain('braise-secret');
	expect(existsSync(forbiddenTargets.tracePath)).toBe(false);
	expect(trapVisitCount).toBe(0);
}

test('the escape code leaves traces in plain Node, so that an escape would be noticed', async () => {
	const plainCode = createSandboxEscapeCode(forbiddenTargets).replaceAll(/ as any|: any/g, '');
	new Function(plainCode)();
	expect(existsSync(forbiddenTargets.tracePath)).toBe(true);
	await expect.poll(() => trapVisitCount).toBeGreaterThan(0);
});
