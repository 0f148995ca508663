import { compileInNode } from '#sandbox/compile/node/index.ts';
import type { Bundle } from '#sandbox/contract.ts';
import { expect, compileProgram, sceneOptions, sketchOptions, test, type StagePage } from '../sandbox/stage-test.ts';

const pageProgramOptions = { ...sketchOptions, kind: 'page' } as const;

async function compilePageProgram(program: string): Promise<Bundle> {
	const files = { 'index.html': '<p>x</p>', 'main.ts': program };
	const compilation = await compileInNode({ files, program: 'main.ts', checks: [], page: 'index.html' });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	return compilation.bundle;
}

const readStoredItems = async (stage: StagePage) =>
	(await stage.readRunEvents()).flatMap((event) => (event.type === 'stored' ? [event.items] : []));

/**
 * Returns a program that stores a text of 19,000 characters 200 times per turn, for a second, and logs `over` when it is done.
 */
const createFloodProgram = (keep: string) => `
	let turns = 0;
	const begun = performance.now();
	const turn = () => {
		for (let at = 0; at < 200; at++) ${keep}('score', String(turns * 200 + at).padStart(19_000, '.'));
		turns += 1;
		if (performance.now() - begun < 1000) setTimeout(turn, 0);
		else { ${keep}('score', 'over'); console.log('over'); }
	};
	turn();`;

for (const [programKind, options, keepCode] of [
	['a sketch', sketchOptions, 'storeItem'],
	['a page', pageProgramOptions, 'localStorage.setItem']
] as const) {
	const startProgram = async (stage: StagePage, program: string): Promise<void> => {
		const code = programKind === 'a page' ? program : `${program}\nexport function draw() {}`;
		await stage.start(programKind === 'a page' ? await compilePageProgram(code) : await compileProgram(code), options);
	};

	test(
		`a flood of stored items from ${programKind} is sent at most every 200 ms, and its last value arrives`,
		{ tag: programKind === 'a page' ? [] : '@soak' },
		async ({ stage }) => {
			await startProgram(stage, createFloodProgram(keepCode));
			await expect.poll(() => stage.readConsoleLines()).toContain('over');
			const last = programKind === 'a page' ? 'over' : '"over"';
			await expect.poll(async () => (await readStoredItems(stage)).at(-1)).toEqual([['score', last]]);
			// How long the flood lasts depends on the machine, so each arrival is compared with the pauses that must precede it. Pauses
			// begin after the start of the run and last 200 ms each.
			const arrivals = await stage.readArrivalTimes('stored');
			expect(arrivals.length).toBeGreaterThan(1);
			expect(arrivals.filter((time, pausesBefore) => time < pausesBefore * 200)).toEqual([]);
			expect((await stage.readRunEvents()).map(({ type }) => type)).not.toContain('error');
		}
	);

	test(`storing too much from ${programKind} throws an error in the program, and stored items stay`, async ({
		stage
	}) => {
		const wrapInTryAndLog = (line: string) => `try { ${line} } catch (error) { console.log(error.message); }`;
		await startProgram(
			stage,
			`${keepCode}('best', '7');
			${wrapInTryAndLog(`${keepCode}('best', 'x'.repeat(20_001));`)}
			${wrapInTryAndLog(`for (let at = 0; at < 200; at++) ${keepCode}('key ' + at, '');`)}`
		);
		await expect
			.poll(() => stage.readConsoleLines())
			.toEqual([
				expect.stringContaining('“best” is not kept: the project’s memory has 20000 characters at most'),
				expect.stringContaining('“key 99” is not kept: the project’s memory has 100 keys at most')
			]);
		await expect.poll(async () => (await readStoredItems(stage)).at(-1)?.length).toBe(100);
		expect((await readStoredItems(stage)).at(-1)?.[0]?.[1]).toContain('7');
	});

	test(`hostile keys from ${programKind} are stored like other keys, and change no object of the app`, async ({
		stage
	}) => {
		const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'getItem', ''];
		await startProgram(stage, `for (const key of ${JSON.stringify(keys)}) ${keepCode}(key, '{"polluted":true}');`);
		await expect.poll(async () => (await readStoredItems(stage)).at(-1)?.map(([key]) => key)).toEqual(keys);
		expect(await stage.page.evaluate(() => Reflect.get({}, 'polluted') as unknown)).toBeUndefined();
	});
}

test('a program reads items stored earlier, and a scene cannot store items', async ({ stage }) => {
	const storedItems = [['best', '7']] as const;
	await stage.start(await compileProgram("console.log('best', getItem('best'));\nexport function draw() {}"), {
		...sketchOptions,
		storedItems
	});
	await expect.poll(() => stage.readConsoleLines()).toEqual(['best 7']);
	const files = {
		'main.ts': "import { storeItem } from 'braise/draw';\nexport const keep = () => storeItem('best', 8);",
		'scene.ts':
			"import { keep } from './main';\nexport const init = () => 0;\nexport const step = () => 0;\nexport const draw = () => keep();"
	};
	const compilation = await compileInNode({ files, program: 'main.ts', scene: 'scene.ts', checks: [] });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	await stage.start(compilation.bundle, { ...sceneOptions, storedItems });
	expect(await stage.waitForEvent('error')).toMatchObject({
		problem: { message: expect.stringContaining('a challenge keeps nothing') }
	});
	expect(await readStoredItems(stage)).toEqual([]);
});
