import { appendConsoleEntries } from '#sandbox/run/repeated-entries.ts';
import { expect, compileProgram, test, type StagePage } from './stage-test.ts';

/** A page counts as standing still if it was alive in at most this many twentieths of the last second. */
const MOST_LIVE_MOMENTS_OF_FROZEN_PAGE = 3;

async function expectStageRunsNextProgram(stage: StagePage): Promise<void> {
	await stage.start(await compileProgram('export function draw() { console.log("fine"); }'));
	await stage.waitForEvent('console');
	expect(await stage.readConsoleLines()).toContain('fine');
}

test('an error while loading is reported with its line, and the next program runs', async ({ stage }) => {
	await stage.start(
		await compileProgram('const tariff = undefined as any;\n\nconsole.log("before");\ntariff.price;\n')
	);
	const { problem } = await stage.waitForEvent('error');
	expect(problem).toMatchObject({ kind: 'thrown', name: 'TypeError', place: { file: 'main.ts', line: 4 } });
	expect((await stage.waitForEvent('stopped')).reason).toBe('error');
	expect((await stage.readRunEvents()).map(({ type }) => type)).toEqual(['console', 'error', 'stopped']);
	await expectStageRunsNextProgram(stage);
});

test('an error in a later frame is reported with its line, and the next program runs', async ({ stage }) => {
	await stage.start(
		await compileProgram(`let frames = 0;
export function draw() {
	frames += 1;
	if (frames === 3) fall();
}
function fall(): void {
	throw new RangeError('three');
}`)
	);
	const { problem } = await stage.waitForEvent('error');
	expect(problem).toMatchObject({ name: 'RangeError', message: 'three', place: { file: 'main.ts', line: 7 } });
	await expectStageRunsNextProgram(stage);
});

test('endless recursion is reported as an error with its line', async ({ stage }) => {
	await stage.start(
		await compileProgram(
			'function down(n: number): number { return down(n + 1) + 1; }\nexport function draw() { down(0); }'
		)
	);
	const { problem } = await stage.waitForEvent('error');
	expect(problem.kind).toBe('thrown');
	expect(problem).toMatchObject({ place: { file: 'main.ts', line: 1 } });
	await expectStageRunsNextProgram(stage);
});

test('an unhandled promise rejection is reported, and the sketch goes on', { tag: '@soak' }, async ({ stage }) => {
	await stage.start(
		await compileProgram(
			`Promise.reject(new Error('lost'));\nlet n = 0;\nexport function draw() { n += 1; if (n === 30) console.log('still here'); }`
		)
	);
	expect((await stage.waitForEvent('error')).problem).toMatchObject({
		kind: 'thrown',
		message: 'lost',
		place: { line: 1 }
	});
	await expect.poll(() => stage.readConsoleLines()).toEqual(['still here']);
});

for (const [what, text, tag] of [
	['in the program', 'while (true) {}', []],
	['in a frame', 'let n = 0; export function draw() { n += 1; if (n > 5) while (true) {} }', ['@soak']],
	['of microtasks', 'const again = (): Promise<void> => Promise.resolve().then(again); void again();', ['@soak']],
	['that catches everything', 'while (true) { try { null!.x } catch {} }', ['@soak']]
] as const) {
	test(`an endless loop ${what} is ended, and the page never stands still`, { tag: [...tag] }, async ({ stage }) => {
		await stage.start(await compileProgram(text));
		expect((await stage.waitForEvent('stopped')).reason).toBe('hang');
		expect((await stage.waitForEvent('error')).problem.kind).toBe('time');
		expect(await stage.countLiveMoments()).toBeGreaterThan(MOST_LIVE_MOMENTS_OF_FROZEN_PAGE);
		await expectStageRunsNextProgram(stage);
	});
}

test('a flood of console lines is cut, and counted', async ({ stage }) => {
	await stage.start(
		await compileProgram('for (let i = 0; i < 200_000; i++) console.log("line", i);\nexport function draw() {}')
	);
	await stage.waitForEvent('drawn');
	const consoleEvents = (await stage.readRunEvents()).filter((event) => event.type === 'console');
	const lines = consoleEvents.reduce((sum, event) => sum + event.entries.length, 0);
	expect(lines).toBeLessThan(20_000);
	await expect
		.poll(async () => {
			const all = (await stage.readRunEvents()).filter((event) => event.type === 'console');
			return all.reduce((sum, event) => sum + event.dropped + event.entries.length, 0);
		})
		.toBe(200_000);
	await expectStageRunsNextProgram(stage);
});

test('the same line over and over is one line with a count', { tag: '@soak' }, async ({ stage }) => {
	await stage.start(await compileProgram('for (let i = 0; i < 50; i++) console.log("again");'));
	const readConsoleEntries = async () =>
		(await stage.readRunEvents()).flatMap((event) => (event.type === 'console' ? event.entries : []));
	await expect.poll(async () => (await readConsoleEntries()).reduce((sum, { times }) => sum + times, 0)).toBe(50);
	// On a slow machine, the first entries leave before the last ones. The app merges them.
	expect(appendConsoleEntries([], await readConsoleEntries())).toMatchObject([
		{ times: 50, values: [{ kind: 'string', text: 'again' }] }
	]);
	expect((await readConsoleEntries()).length).toBeLessThan(10);
});

test('a program has no access to postMessage, Worker or RTCPeerConnection', async ({ stage }) => {
	await stage.start(
		await compileProgram(
			`console.log(typeof (globalThis as any).postMessage, typeof (globalThis as any).Worker, typeof (globalThis as any).RTCPeerConnection);`
		)
	);
	await stage.waitForEvent('console');
	expect(await stage.readConsoleLines()).toEqual(['undefined undefined undefined']);
});

test('a frame that does not answer is removed, and built anew', { tag: '@soak' }, async ({ stage, page }) => {
	const runner = page.frames().at(-1);
	const bundle = await compileProgram('export function draw() {}');
	await stage.start(bundle);
	await stage.waitForEvent('drawn');
	// Runs an endless loop outside of the compiler's guards, as a page program could.
	void runner
		?.evaluate(() => {
			for (;;);
		})
		.catch(() => undefined);
	expect((await stage.waitForEvent('stopped')).reason).toBe('hang');
	expect(await stage.countLiveMoments()).toBeGreaterThan(MOST_LIVE_MOMENTS_OF_FROZEN_PAGE);
	await page.evaluate(() => window.bench.stage.ready);
	await expectStageRunsNextProgram(stage);
});

test('reset ends everything and builds the frame anew', { tag: '@soak' }, async ({ stage, page }) => {
	await stage.start(await compileProgram('while (true) {}'));
	await page.evaluate(() => window.bench.stage.reset());
	expect((await stage.waitForEvent('stopped')).reason).toBe('error');
	await expectStageRunsNextProgram(stage);
});
