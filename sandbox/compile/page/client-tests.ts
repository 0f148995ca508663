import { beforeAll, expect, test, vi } from 'vitest';
import type { Compilation, Compiler, Sources } from '../../contract.ts';
import type { CompilerLimits } from '../client.ts';
import { HOSTILE_PROGRAMS } from '../hostile-programs.ts';
import { compileInNode } from '../node/index.ts';
import { openCompilerPage, type CompilerTestPage } from './serve.ts';

interface CompilerPage {
	createCompiler(limits?: CompilerLimits): Compiler;
	compiler: Compiler;
}

/** A third of the product's limits, because tests wait until the limits are over. */
const TEST_COMPILER_LIMITS: CompilerLimits = { buildMilliseconds: 10_000, hurriedMilliseconds: 3_000 };

let openedPage: CompilerTestPage;

beforeAll(async () => {
	openedPage = await openCompilerPage();
	await openedPage.page.evaluate((limits) => {
		const here = globalThis as unknown as CompilerPage;
		here.compiler = here.createCompiler(limits);
	}, TEST_COMPILER_LIMITS);
});

function sourcesWithMain(main: string): Sources {
	return { files: { 'main.ts': main }, program: 'main.ts', checks: [] };
}

function compileAllInPage(all: Sources[]): Promise<Compilation[]> {
	return openedPage.page.evaluate(
		(list) => Promise.all(list.map((one) => (globalThis as unknown as CompilerPage).compiler.compile(one))),
		all
	);
}

test('loads nothing before it is needed', () => {
	expect(openedPage.page.workers()).toEqual([]);
});

test('gives in a real worker what Node gives', async () => {
	const sources = sourcesWithMain('export const prix: number = 120; // €');
	const [compiled] = await compileAllInPage([sources]);
	expect({ ...compiled, duration: 0 }).toEqual({ ...(await compileInNode(sources)), duration: 0 });
});

test('of a flood of edits the first and the last are compiled', async () => {
	const flood = Array.from({ length: 20 }, (_, index) => sourcesWithMain(`export const edit = ${index};`));
	const kinds = (await compileAllInPage(flood)).map(({ kind }) => kind);
	expect(kinds).toEqual(['bundle', ...Array<string>(18).fill('superseded'), 'bundle']);
});

test('says what is wrong, and goes on', async () => {
	const [wrong] = await compileAllInPage([sourcesWithMain('const = 1;')]);
	expect(wrong).toMatchObject({
		kind: 'diagnostics',
		diagnostics: [{ place: { file: 'main.ts', line: 1, column: 7 } }]
	});
	const [right] = await compileAllInPage([sourcesWithMain('export {};')]);
	expect(right?.kind).toBe('bundle');
});

test('a worker that crashes is built anew, and the request it had is answered', async () => {
	const [before] = openedPage.page.workers();
	const request = compileAllInPage([sourcesWithMain('export const after = "crash";')]);
	await before?.evaluate(() => {
		queueMicrotask(() => {
			throw new Error('crash');
		});
	});
	const [compiled] = await request;
	expect(compiled?.kind).toBe('bundle');
	const [again] = await compileAllInPage([sourcesWithMain('export const again = 1;')]);
	expect(again?.kind).toBe('bundle');
	expect(openedPage.page.workers()).toHaveLength(1);
	expect(openedPage.page.workers()[0]).not.toBe(before);
});

test.each(Object.entries(HOSTILE_PROGRAMS))(
	'a program that %s is answered, and the next edit compiles',
	{ tags: 'soak' },
	async (_, files) => {
		const [hostile] = await compileAllInPage([{ files, program: 'main.ts', checks: [] }]);
		// A quick machine finds the missing names before its limit, and reports them as ordinary mistakes.
		if (hostile?.kind === 'diagnostics' && 'many.ts' in files) expect(hostile.diagnostics).toHaveLength(20);
		else expect(hostile).toEqual({ kind: 'too-large' });
		const [next] = await compileAllInPage([sourcesWithMain('export const after = "too much";')]);
		expect(next?.kind).toBe('bundle');
		// A browser takes a moment to end a busy worker.
		await vi.waitFor(() => expect(openedPage.page.workers()).toHaveLength(1), { timeout: 60_000 });
	}
);

test('an edit does not wait for what takes long', { tags: 'soak' }, async () => {
	const endless = { files: HOSTILE_PROGRAMS['writes 118,000 statements on one line'], program: 'main.ts', checks: [] };
	const [long, edit] = await compileAllInPage([endless, sourcesWithMain('export const mended = true;')]);
	expect([long?.kind, edit?.kind]).toEqual(['superseded', 'bundle']);
});

test('after dispose every request is answered at once', async () => {
	const answers = await openedPage.page.evaluate(async (sources) => {
		const { compiler } = globalThis as unknown as CompilerPage;
		const active = compiler.compile(sources);
		compiler.dispose();
		return [await active, await compiler.compile(sources)];
	}, sourcesWithMain('export {};'));
	expect(answers.map(({ kind }) => kind)).toEqual(['superseded', 'superseded']);
});
