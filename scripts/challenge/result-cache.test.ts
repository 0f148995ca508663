import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { completeJudgeLimits, type Judge, type Verdict } from '#sandbox/judge/index.ts';
import { runCached, setResultCache } from '#sandbox/result-cache.ts';
import { hashEngineSources } from './result-cache.ts';
import { StoredResults } from './result-cache.ts';
import { isCacheableVerdict, createCachingJudge } from './result-cache.ts';

const testFolder = mkdtempSync(join(tmpdir(), 'braise-memory-'));
afterAll(() => rmSync(testFolder, { recursive: true, force: true }));
afterEach(() => setResultCache(undefined));
let usedCacheFolderCount = 0;
const nextCacheFolder = () => join(testFolder, String((usedCacheFolderCount += 1)));
const filesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));

test('the same work is done once, and again for another input or another engine', async () => {
	const folder = nextCacheFolder();
	let workCount = 0;
	const doCountedWork = () => Promise.resolve({ times: (workCount += 1) });
	setResultCache(new StoredResults(folder, 'one'));
	expect(await runCached('work', { a: 1 }, doCountedWork)).toEqual({ times: 1 });
	expect(await runCached('work', { a: 1 }, doCountedWork)).toEqual({ times: 1 });
	expect(await runCached('work', { a: 2 }, doCountedWork)).toEqual({ times: 2 });
	expect(await runCached('other', { a: 1 }, doCountedWork)).toEqual({ times: 3 });
	setResultCache(new StoredResults(folder, 'two'));
	expect(await runCached('work', { a: 1 }, doCountedWork)).toEqual({ times: 4 });
	setResultCache(undefined);
	expect(await runCached('work', { a: 1 }, doCountedWork)).toEqual({ times: 5 });
});

test('a stored result that was changed or cut short is ignored', () => {
	const folder = nextCacheFolder();
	const storedResults = new StoredResults(folder, 'engine');
	storedResults.write('judge', 'input', { isRight: false });
	const [file = ''] = filesIn(folder);
	writeFileSync(file, readFileSync(file, 'utf8').replace('false', 'true'));
	expect(storedResults.read('judge', 'input')).toBeUndefined();
	storedResults.write('judge', 'input', { isRight: false });
	writeFileSync(file, readFileSync(file, 'utf8').slice(0, -3));
	expect(storedResults.read('judge', 'input')).toBeUndefined();
});

test('stored results are removed down to a limit once they take too much room', () => {
	const folder = nextCacheFolder();
	const storedResults = new StoredResults(folder, 'engine');
	for (let index = 0; index < 10; index++) storedResults.write('work', index, 'x'.repeat(1000));
	storedResults.removeUnusedResults({ before: 20_000, after: 5000 });
	expect(filesIn(folder)).toHaveLength(10);
	storedResults.removeUnusedResults({ before: 5000, after: 3500 });
	expect(filesIn(folder)).toHaveLength(3);
});

test('a change in the sources or in package-lock.json changes the engine’s key', () => {
	const folder = nextCacheFolder();
	for (const path of ['scripts', 'sandbox', 'src/lib/domain', 'src/lib/server', 'src/lib/editor/declarations'])
		mkdirSync(join(folder, path), { recursive: true });
	const engineKeys = [hashEngineSources(folder)];
	for (const path of [
		'scripts/a.ts',
		'sandbox/kit.ts',
		'src/lib/domain/a.ts',
		'src/lib/server/a.ts',
		'package-lock.json'
	]) {
		writeFileSync(join(folder, path), 'x');
		engineKeys.push(hashEngineSources(folder));
	}
	writeFileSync(join(folder, 'sandbox/kit.ts'), 'y');
	engineKeys.push(hashEngineSources(folder));
	expect(new Set(engineKeys).size).toBe(engineKeys.length);
	expect(hashEngineSources(folder)).toBe(engineKeys.at(-1));
});

const limits = completeJudgeLimits({ time: 1000 });
function verdictWithResult(
	result: Partial<Verdict['report']['results'][number]>,
	load?: Verdict['report']['load']
): Verdict {
	const results = [{ path: ['a'], status: 'fail' as const, console: [], duration: 1, ...result }];
	return {
		format: 1,
		report: { format: 1, results, duration: 1, ...(load && { load }) },
		held: { passed: 0, total: 0 },
		program: '',
		checks: '',
		engine: { name: '', version: '' },
		limits,
		seed: 1,
		judgedAt: ''
	};
}

test('a verdict that depended on time, on memory or on a crash is not cached', () => {
	expect(isCacheableVerdict(verdictWithResult({}))).toBe(true);
	expect(isCacheableVerdict(verdictWithResult({ problem: { kind: 'thrown', name: 'Error', message: '' } }))).toBe(true);
	expect(isCacheableVerdict(verdictWithResult({ duration: 21 }))).toBe(false);
	expect(isCacheableVerdict(verdictWithResult({ problem: { kind: 'time', limit: 1000 } }))).toBe(false);
	expect(isCacheableVerdict(verdictWithResult({ problem: { kind: 'memory' } }))).toBe(false);
	expect(isCacheableVerdict(verdictWithResult({}, { kind: 'crash', message: '' }))).toBe(false);
});

test('a changed program or check file is judged again, and a lost call is passed on', async () => {
	let judgementCount = 0;
	const countingJudge = {
		judge: () => Promise.resolve(verdictWithResult({ path: [String((judgementCount += 1))] })),
		callFunction: () => Promise.resolve('lost' as const)
	} as Partial<Judge> as Judge;
	setResultCache(new StoredResults(nextCacheFolder(), 'engine'));
	const judge = createCachingJudge(countingJudge);
	const input = { files: { 'main.ts': '1' }, authorFiles: { 'checks/a.ts': '' }, checks: ['checks/a.ts'] };
	const judgedTitleOf = async (judgeInput: typeof input) => (await judge.judge(judgeInput)).report.results[0]?.path[0];
	expect(await judgedTitleOf(input)).toBe('1');
	expect(await judgedTitleOf(input)).toBe('1');
	expect(await judgedTitleOf({ ...input, files: { 'main.ts': '2' } })).toBe('2');
	expect(await judgedTitleOf({ ...input, authorFiles: { 'checks/a.ts': ' ' } })).toBe('3');
	expect(await judge.callFunction({ files: {}, authorFiles: {}, name: 'a', args: [] })).toBe('lost');
});
