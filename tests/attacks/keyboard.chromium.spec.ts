import type { Page } from '@playwright/test';
import { compileInNode } from '#sandbox/compile/node/index.ts';
import type { Bundle } from '#sandbox/contract.ts';
import { openStage } from '../sandbox/open-stage.ts';
import {
	compileFiles,
	expect,
	sceneInput,
	compileProgram,
	sketchOptions,
	test,
	type StagePage
} from '../sandbox/stage-test.ts';

const TYPED_TEXT = 'ciel orage pomme ';

/** Returns a page program that logs each key it hears, and takes the focus in the given way. */
const createKeyboardThiefProgram = (takeCode: string) => `
	const field = document.querySelector('input')!;
	let count = 0;
	addEventListener('keydown', ({ key }) => console.log('key', (count += 1), key), true);
	const take = () => { window.focus(); field.blur(); field.focus(); };
	${takeCode}`;

/** Ways of taking the focus that `npm test` tries; the soak tries all. */
const FOCUS_THEFT_WAYS_IN_NPM_TEST = ['every 20 ms'];
const FOCUS_THEFT_CODE_BY_WAY = {
	'every 20 ms': 'setInterval(take, 20);',
	'at every frame': 'const again = () => { take(); requestAnimationFrame(again); }; again();',
	'again as soon as it is lost': "addEventListener('blur', () => setTimeout(take)); take();",
	'in each pause of typing': 'setInterval(take, 700);'
};

async function compilePageProgram(main: string): Promise<Bundle> {
	const files = { 'index.html': '<input><button>Play</button>', 'main.ts': main };
	const compilation = await compileInNode({ files, program: 'main.ts', checks: [], page: 'index.html' });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	return compilation.bundle;
}

const startPageProgram = (stage: StagePage, bundle: Bundle) =>
	stage.start(bundle, { ...sketchOptions, kind: 'page', input: sceneInput });
const compileAndStartPageProgram = async (stage: StagePage, main: string) =>
	startPageProgram(stage, await compilePageProgram(main));

async function addTextField(page: Page) {
	await page.evaluate(() => document.body.prepend(document.createElement('textarea')));
	const field = page.locator('textarea');
	await field.click();
	return field;
}

const countStolenKeys = async (stage: StagePage) =>
	(await stage.readConsoleLines()).filter((line) => line.startsWith('key')).length;
const countKeyboardMessages = async (stage: StagePage) =>
	(await stage.readConsoleLines()).filter((line) => line.includes('took the keyboard')).length;
const locateInPage = (page: Page, selector: string) =>
	page.frameLocator('#stage iframe').frameLocator('iframe').frameLocator('iframe.page').locator(selector);

const isFocused = (page: Page, selector: string) =>
	page.locator(selector).evaluate((element) => element === document.activeElement);

/**
 * Milliseconds that a hand needs from the keyboard to the page. `FRAME_USE_MEMORY_MILLISECONDS`: how long a browser remembers that
 * a frame was used.
 */
const HAND_MOVE_MILLISECONDS = 600;
const FRAME_USE_MEMORY_MILLISECONDS = 5200;

/** Waits in the app's page, for example as long as a hand needs, because the driver moves no pointer into a frame. */
const waitInPage = (page: Page, wait: number) =>
	page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), wait);

/**
 * Milliseconds since the last key after which typing counts as paused. The same as `TYPING_PAUSE_MILLISECONDS` in
 * keyboard-watch.ts.
 */
const TYPING_PAUSE_MILLISECONDS = 500;

/**
 * Types until the run is stopped. The returned `end` is the reason, or null when the run still goes on after far more keys than
 * it may take.
 */
async function typeUntilStopped(stage: StagePage, page: Page, bundle: Bundle) {
	const field = await addTextField(page);
	await page.evaluate(() => {
		let last = performance.now();
		addEventListener('keydown', () => (last = performance.now()), true);
		addEventListener('blur', () => (document.body.dataset['pause'] = String(performance.now() - last)));
	});
	// The person types before the program starts. Otherwise the first key could count as the use of a frame that was just entered.
	await page.keyboard.press('Space');
	let typedText = ' ';
	let endReason: string | null = null;
	const runEnd = startPageProgram(stage, bundle)
		.then(() => stage.waitForEvent('stopped'))
		.then(
			({ reason }) => (endReason = reason),
			() => undefined
		);
	while (endReason === null && typedText.length < 400) {
		const key = TYPED_TEXT[typedText.length % TYPED_TEXT.length] ?? ' ';
		// The driver gets no answer for a key that went into a frame which is gone, so it does not wait for one.
		await Promise.race([page.keyboard.press(key === ' ' ? 'Space' : key), runEnd]);
		// Lets the page take its turn before the next key, as it would with a person, however slow the machine is.
		await waitInPage(page, 0);
		typedText += key;
	}
	return { field, typed: typedText, end: endReason as string | null };
}

const readTypingPauseBeforeFocusLoss = (page: Page) => page.evaluate(() => Number(document.body.dataset['pause']));

for (const [way, takeCode] of Object.entries(FOCUS_THEFT_CODE_BY_WAY)) {
	const tags = FOCUS_THEFT_WAYS_IN_NPM_TEST.includes(way) ? [] : ['@soak'];
	test(
		`a page that takes the keyboard ${way} gets at most two keys, is reported and stopped`,
		{ tag: tags },
		async ({ stage, page }) => {
			const bundle = await compilePageProgram(createKeyboardThiefProgram(takeCode));
			let { field, typed: typedText, end: endReason } = await typeUntilStopped(stage, page, bundle);
			while (endReason === null) {
				// On a slow machine, the typing itself pauses. docs/security.md lists what a page can do in a pause as an open gap.
				expect(
					await readTypingPauseBeforeFocusLoss(page),
					'milliseconds from the last key to the loss'
				).toBeGreaterThan(TYPING_PAUSE_MILLISECONDS - 10);
				await openStage(page, page.url());
				({ field, typed: typedText, end: endReason } = await typeUntilStopped(stage, page, bundle));
			}
			expect(endReason).toBe('error');
			expect((await stage.readRunEvents()).find(({ type }) => type === 'error')).toMatchObject({
				problem: { kind: 'keyboard' }
			});
			expect(await countKeyboardMessages(stage)).toBe(1);
			const lostKeys = await countStolenKeys(stage);
			test.info().annotations.push({ type: 'measured', description: `${lostKeys} of ${typedText.length} keys taken` });
			expect(lostKeys).toBeLessThanOrEqual(2);
			expect((await field.inputValue()).length).toBeGreaterThanOrEqual(typedText.length - 2);
			// Without a click, the next keys go to the app's field.
			await page.keyboard.type('fin');
			await expect(field).toHaveValue(/fin$/);
			await expect(field).toBeFocused();
		}
	);
}

test(
	'a page that takes the keyboard in a typing pause and then blocks is still detected',
	{ tag: '@soak' },
	async ({ stage, page }) => {
		const bundle = await compilePageProgram(
			createKeyboardThiefProgram(
				'setTimeout(() => { take(); const began = Date.now(); while (Date.now() - began < 500); }, 1000);'
			)
		);
		const field = await addTextField(page);
		await startPageProgram(stage, bundle);
		await page.evaluate(() => new Promise((resolve) => addEventListener('blur', resolve, { once: true })));
		await page.keyboard.press('a');
		await expect.poll(() => countKeyboardMessages(stage)).toBe(1);
		await expect(field).toBeFocused();
	}
);

test(
	'a page that takes the keyboard once loses it again and keeps running',
	{ tag: '@soak' },
	async ({ stage, page }) => {
		const field = await addTextField(page);
		await page.keyboard.type('a');
		// The message appears a moment before the focus returns, and the driver's next key would come in between.
		const isBack = page.evaluate(
			() =>
				new Promise<void>((resolve) => {
					const resolveAtNextFocus = () => addEventListener('focus', () => resolve(), { once: true });
					addEventListener('blur', resolveAtNextFocus, { once: true });
				})
		);
		await compileAndStartPageProgram(stage, createKeyboardThiefProgram('take();'));
		await stage.waitForEvent('drawn');
		await expect.poll(() => countKeyboardMessages(stage)).toBe(1);
		await isBack;
		await page.keyboard.type('b');
		await expect(field).toHaveValue('ab');
		expect((await stage.readRunEvents()).some(({ type }) => type === 'stopped')).toBe(false);
	}
);

test(
	'a person can click or tab into a page, type in it and leave without a warning',
	{ tag: '@soak' },
	async ({ stage, page }) => {
		const field = await addTextField(page);
		await compileAndStartPageProgram(
			stage,
			createKeyboardThiefProgram(
				"document.querySelector('button')!.addEventListener('click', () => console.log('clicked'));"
			)
		);
		await stage.waitForEvent('drawn');
		for (const [word, wait] of [
			['un', HAND_MOVE_MILLISECONDS],
			['deux', FRAME_USE_MEMORY_MILLISECONDS]
		] as const) {
			await field.click();
			await page.keyboard.type(word);
			await waitInPage(page, wait);
			await locateInPage(page, 'button').click();
			await page.keyboard.press('x');
		}
		await expect.poll(() => countStolenKeys(stage)).toBe(2);
		// Uses only the keyboard: passes the controls before the stage, enters the stage and leaves it.
		await field.click();
		await page.keyboard.press('Tab');
		await expect(page.locator('#before')).toBeFocused();
		await page.keyboard.press('Tab');
		const doesPageInputHaveFocus = () =>
			locateInPage(page, 'input').evaluate((input) => document.hasFocus() && input === document.activeElement);
		await expect.poll(doesPageInputHaveFocus).toBe(true);
		await page.keyboard.type('yz');
		await expect
			.poll(async () => (await stage.readConsoleLines()).filter((line) => /^key .* [yz]$/.test(line)).length)
			.toBe(2);
		for (let presses = 0; presses < 4 && !(await isFocused(page, '#after')); presses += 1)
			await page.keyboard.press('Tab');
		await expect(page.locator('#after')).toBeFocused();
		await expect(field).toHaveValue('undeux');
		expect((await stage.readConsoleLines()).filter((line) => line === 'clicked')).toHaveLength(2);
		expect(await countKeyboardMessages(stage)).toBe(0);
		expect((await stage.readRunEvents()).some(({ type }) => type === 'stopped')).toBe(false);
	}
);

test('a withdrawn stage has no frame while a secret is typed, and handles pending requests afterwards', async ({
	stage,
	page
}) => {
	await compileAndStartPageProgram(stage, createKeyboardThiefProgram(FOCUS_THEFT_CODE_BY_WAY['every 20 ms']));
	await stage.waitForEvent('drawn');
	const field = page.locator('textarea');
	await page.evaluate(() => {
		const comeBack = window.bench.withdrawFrames();
		const frames = document.querySelectorAll('iframe').length;
		if (frames > 0) throw new Error('A frame is left');
		document.body.prepend(document.createElement('textarea'));
		// Withdraws the frames a second time at once, because a page may have two secret fields.
		const comeBackAgain = window.bench.withdrawFrames();
		addEventListener('braise-typed', comeBack, { once: true });
		addEventListener('braise-typed', comeBackAgain, { once: true });
	});
	expect((await stage.waitForEvent('stopped')).reason).toBe('withdrawn');
	await field.click();
	await page.keyboard.type(TYPED_TEXT, { delay: 30 });
	await expect(field).toHaveValue(TYPED_TEXT);

	await stage.start(await compileProgram("console.log('afterwards');"));
	const callAnswer = page.evaluate(
		(bundle) => window.bench.stage.call(bundle, 'double', [21], { seed: 1, timeLimit: 2000 }),
		await compileProgram('export const double = (n: number) => n * 2;')
	);
	await page.keyboard.type(TYPED_TEXT, { delay: 30 });
	await expect(field).toHaveValue(TYPED_TEXT + TYPED_TEXT);
	await expect(page.locator('iframe')).toHaveCount(0);
	await page.evaluate(() => dispatchEvent(new Event('braise-typed')));
	await expect(page.locator('iframe')).toHaveCount(1);
	await stage.waitForEvent('console');
	expect(await stage.readConsoleLines()).toEqual(['afterwards']);
	expect(await callAnswer).toMatchObject({ kind: 'value', data: 42 });
});

test(
	'a call and checks interrupted by withdrawing the stage run again and succeed',
	{ tag: '@soak' },
	async ({ stage }) => {
		const bundle = await compileFiles({
			'main.ts':
				'export const slow = () => { let sum = 0; for (let n = 0; n < 3e7; n++) sum += n % 7; return sum > 0 ? 7 : 0; };',
			'checks/a.ts':
				"import { expect, test } from 'vitest'; import { slow } from './main'; test('one', () => expect(slow()).toBe(7));"
		});
		const callAndReport = await stage.page.evaluate(async (b) => {
			const { stage } = window.bench;
			await stage.ready;
			const callAnswer = stage.call(b, 'slow', [], { seed: 1, timeLimit: 3000 });
			const checkReport = stage.check(b, {
				checkFilePaths: ['checks/a.ts'],
				seed: 1,
				timeLimit: 3000,
				totalLimit: 9000
			});
			window.bench.withdrawFrames()();
			const [call, report] = await Promise.all([callAnswer, checkReport]);
			return { call, load: report.load, results: report.results.map(({ path, status }) => [path[0], status]) };
		}, bundle);
		expect(callAndReport).toMatchObject({ call: { kind: 'value', data: 7 }, results: [['one', 'pass']] });
		expect(callAndReport.load).toBeUndefined();
	}
);

test('a sketch in its worker finds no object that could take the keyboard', async ({ stage, page }) => {
	const field = await addTextField(page);
	await stage.start(
		await compileProgram(`const found = ['document', 'window', 'focus', 'parent', 'navigation', 'history'].filter((name) => name in globalThis);
		console.log('found', found.length);`)
	);
	await stage.waitForEvent('console');
	await page.keyboard.type(TYPED_TEXT);
	await expect(field).toHaveValue(TYPED_TEXT);
	expect(await stage.readConsoleLines()).toEqual(['found 0']);
});
