import type { Page } from '@playwright/test';
import { compileInNode } from '#sandbox/compile/node/index.ts';
import type { Bundle } from '#sandbox/contract.ts';
import type { RunProblem } from '#sandbox/report.ts';

import { TURN_LIMIT_MILLISECONDS } from '#sandbox/run/page/guard.ts';
import { expect, sceneInput, compileProgram, test, type PlainRunOptions, type StagePage } from './stage-test.ts';

const pageProgramOptions: PlainRunOptions = { kind: 'page', seed: 1, input: sceneInput };

/** A page counts as standing still if it was alive in at most this many twentieths of the last second. */
const MOST_LIVE_MOMENTS_OF_FROZEN_PAGE = 3;

async function compilePageProgram(main: string, html = '', css = ''): Promise<Bundle> {
	const files = { 'index.html': html, 'style.css': css, 'main.ts': main };
	const compilation = await compileInNode({ files, program: 'main.ts', checks: [], page: 'index.html' });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	return compilation.bundle;
}

const locateInPage = (page: Page, stage = '#stage') =>
	page.frameLocator(`${stage} iframe`).frameLocator('iframe').frameLocator('iframe.page');

/** Clicks from inside the frame, because Firefox's driver acts only in the process of the app's page. */
const clickInPage = (page: Page, selector: string) =>
	locateInPage(page)
		.locator(selector)
		.evaluate((element) => (element as HTMLElement).click());

async function startPageProgram(stage: StagePage, ...parts: Parameters<typeof compilePageProgram>): Promise<void> {
	await stage.start(await compilePageProgram(...parts), pageProgramOptions);
	await stage.waitForEvent('drawn');
}

test('a page is shown with its style, its button runs the program, and its console lines arrive', async ({
	stage,
	page
}) => {
	await startPageProgram(
		stage,
		`const button = document.querySelector('button')!;
		let count = 0;
		button.addEventListener('click', () => { count += 1; button.textContent = 'pressed ' + count; console.log('count', count); });
		document.addEventListener('DOMContentLoaded', () => console.log('loaded', document.title));`,
		`<!doctype html><html lang="fr"><head><title>Salades</title><link rel="stylesheet" href="style.css">
		<script src="main.js"></script></head><body class="big"><h1>Bonjour</h1><button>press</button></body></html>`,
		'.big h1 { color: rgb(1, 2, 3); }'
	);
	await expect(locateInPage(page).getByRole('heading')).toHaveText('Bonjour');
	const heading = await locateInPage(page)
		.locator('h1')
		.evaluate((h1) => [getComputedStyle(h1).color, document.documentElement.lang, document.compatMode]);
	expect(heading).toEqual(['rgb(1, 2, 3)', 'fr', 'CSS1Compat']);
	await clickInPage(page, 'button');
	await clickInPage(page, 'button');
	await expect.poll(() => stage.readConsoleLines()).toEqual(['loaded Salades', 'count 1', 'count 2']);
	await expect(locateInPage(page).locator('button')).toHaveText('pressed 2');
});

test('a page without a canvas gives no picture', async ({ stage, page }) => {
	await startPageProgram(stage, '', '<h1>Bonjour</h1>');
	expect(await page.evaluate(() => window.bench.run?.captureStagePicture(100))).toBeNull();
});

test('a page is paused, plays one frame more, and goes on', async ({ stage, page }) => {
	await startPageProgram(
		stage,
		`let frames = 0;
function draw() {
	document.body.dataset.frames = String(++frames);
	requestAnimationFrame(draw);
}
requestAnimationFrame(draw);`
	);
	const readDrawnFrameCount = async () => Number(await locateInPage(page).locator('body').getAttribute('data-frames'));
	/** Sends a command, then asks for a picture, which comes only after the page has carried out the command. */
	const commandRun = (name: 'pause' | 'step' | 'resume') =>
		page.evaluate(async (asked) => {
			window.bench.run?.[asked]();
			await window.bench.run?.captureStagePicture(10);
		}, name);
	await commandRun('pause');
	const pausedFrames = await readDrawnFrameCount();
	await commandRun('step');
	expect(await readDrawnFrameCount()).toBe(pausedFrames + 1);
	await commandRun('resume');
	await expect.poll(readDrawnFrameCount).toBeGreaterThan(pausedFrames + 1);
});

test('the picture of a page shows its largest canvas over the page’s background colour', async ({ stage, page }) => {
	await startPageProgram(
		stage,
		`for (const [index, color] of ['red', 'blue'].entries()) {
	const canvas = document.querySelectorAll('canvas')[index]!;
	const context = canvas.getContext('2d')!;
	context.fillStyle = color;
	context.fillRect(0, 0, canvas.width / 2, canvas.height);
}`,
		'<style>body { background: lime }</style><canvas width="20" height="20"></canvas><canvas width="400" height="200"></canvas>'
	);
	const picture = await page.evaluate(async () => {
		const taken = await window.bench.run?.captureStagePicture(100);
		return taken && { width: taken.width, left: [...taken.pixels.slice(0, 4)], right: [...taken.pixels.slice(-4)] };
	});
	expect(picture).toEqual({ width: 100, left: [0, 0, 255, 255], right: [0, 255, 0, 255] });
});

test('errors while loading, in a handler and in a promise name their line, and the page goes on', async ({
	stage,
	page
}) => {
	await startPageProgram(
		stage,
		`document.querySelector('#throws')!.addEventListener('click', () => {
	for (const part of [1, 2]) {
		if (part === 2) throw new RangeError('too far');
	}
});
document.querySelector('#rejects')!.addEventListener('click', () => {
	void Promise.reject(new Error('lost'));
});
document.querySelector('h1')!.textContent = 'here';
(undefined as any).price;`,
		'<h1></h1><button id="throws"></button><button id="rejects"></button>'
	);
	await expect(locateInPage(page).locator('h1')).toHaveText('here');
	// Both clicks happen in one call, so that their equal errors come within a second, in which only one of them is sent.
	await locateInPage(page)
		.locator('#throws')
		.evaluate((button: HTMLElement) => {
			button.click();
			button.click();
		});
	await clickInPage(page, '#rejects');
	const readRunProblems = async () =>
		(await stage.readRunEvents()).flatMap((event) => (event.type === 'error' ? [event.problem] : []));
	await expect.poll(async () => (await readRunProblems()).length).toBe(3);
	expect(await readRunProblems()).toMatchObject([
		{ kind: 'thrown', name: 'TypeError', place: { file: 'main.ts', line: 10 } },
		{ kind: 'thrown', name: 'RangeError', message: 'too far', place: { file: 'main.ts', line: 3 } },
		{ kind: 'thrown', message: 'lost', place: { file: 'main.ts', line: 7 } }
	]);
	expect((await stage.readRunEvents()).some(({ type }) => type === 'stopped')).toBe(false);
});

/** Runs a program until it is stopped. Everything runs in one call, so that the driver does not disturb the measurement. */
const runUntilStopped = (page: Page, bundle: Bundle, stopAfter?: number) =>
	page.evaluate(
		async ([b, o, after]) => {
			const { bench } = window;
			bench.start(b, o);
			if (after !== undefined) setTimeout(() => bench.run?.stop(), after);
			const { reason } = await bench.waitForEvent('stopped');
			const [at, moments] = [Date.now(), bench.liveMoments];
			const problem = bench.events.find((event) => event.type === 'error')?.problem;
			return { reason, at, problem, moments };
		},
		[bundle, pageProgramOptions, stopAfter] as const
	);

/** Returns whether the app ended the program for its silence, before the page could name its loop. */
const isEndedByApp = (problem: RunProblem | undefined): boolean =>
	problem?.kind === 'time' && problem.limit !== TURN_LIMIT_MILLISECONDS;

/** A regular expression that is tried for ever. Guards stand in loops and functions, so none can end it. */
const UNGUARDED_ENDLESS_CODE = `/^(a+)+$/.test('${'a'.repeat(60)}b');`;

for (const [what, main, line, tag] of [
	['while loading', 'console.log(Date.now());\nwhile (true) {\n}', 2, ['@soak']],
	[
		'in a handler',
		`addEventListener('click', () => {
	console.log(Date.now());
	for (let n = 0; ; n++) document.title = String(n);
});
setTimeout(() => document.body.click());`,
		3,
		[]
	],
	[
		'of promises',
		'async function wait() {\n\twhile (true) await null;\n}\nconsole.log(Date.now());\nvoid wait();',
		2,
		['@soak']
	]
] as const) {
	test(
		`an endless loop ${what} is reported at its time limit, and the app never freezes`,
		{ tag: [...tag] },
		async ({ stage, page }) => {
			const bundle = await compilePageProgram(main);
			let outcome = await runUntilStopped(page, bundle);
			// On a busy machine, the page may get no time to name its loop before the app ends it. Then it runs again.
			for (let run = 1; run < 4 && isEndedByApp(outcome.problem); run++) outcome = await runUntilStopped(page, bundle);
			const { reason, at, problem, moments } = outcome;
			expect(reason).toBe('hang');
			expect(problem).toMatchObject({ kind: 'time', limit: TURN_LIMIT_MILLISECONDS, place: { file: 'main.ts', line } });
			const tookMilliseconds = at - Number((await stage.readConsoleLines())[0]);
			test.info().annotations.push({
				type: 'measured',
				description: `named after ${tookMilliseconds} ms, alive in ${moments} of the last 20 moments`
			});
			expect(tookMilliseconds).toBeGreaterThan(990);
			expect(moments).toBeGreaterThan(MOST_LIVE_MOMENTS_OF_FROZEN_PAGE);
			await startPageProgram(stage, "document.body.textContent = 'again';");
			await expect(locateInPage(page).locator('body')).toHaveText('again');
		}
	);
}

test('stop ends a page at once, even in unguarded endless code, and other programs run afterwards', async ({
	stage,
	page
}) => {
	await startPageProgram(stage, "document.body.textContent = 'here';");
	await expect(locateInPage(page).locator('body')).toHaveText('here');
	await page.evaluate(() => window.bench.run?.stop());
	expect((await stage.waitForEvent('stopped')).reason).toBe('asked');
	await expect(locateInPage(page).locator('body')).toHaveCount(0);

	// The reason is `asked`: the app's page did not stand still, so it could ask the program to stop.
	const { reason } = await runUntilStopped(
		page,
		await compilePageProgram(`setTimeout(() => ${UNGUARDED_ENDLESS_CODE.slice(0, -1)}, 20);`),
		300
	);
	expect(reason).toBe('asked');
	await stage.start(await compileProgram("console.log('sketch');"));
	await stage.waitForEvent('console');
	expect(await stage.readConsoleLines()).toEqual(['sketch']);
	await startPageProgram(stage, "document.body.textContent = 'page';");
	await expect(locateInPage(page).locator('body')).toHaveText('page');
});

test(
	'a page that hangs in unguarded code gets a new frame, and another tab goes on',
	{ tag: '@soak' },
	async ({ stage, page, context }) => {
		const otherTab = await context.newPage();
		await otherTab.goto(page.url());
		await otherTab.evaluate(() => window.bench.stage.ready);
		await otherTab.evaluate(([b, o]) => window.bench.start(b, o), [
			await compilePageProgram("let n = 0; setInterval(() => console.log('alive', ++n), 50);"),
			pageProgramOptions
		] as const);
		await otherTab.evaluate(() => window.bench.waitForEvent('drawn'));
		const countAliveLines = async () =>
			(await otherTab.evaluate(() => window.bench.events)).filter(({ type }) => type === 'console').length;

		const { reason, problem, moments } = await runUntilStopped(page, await compilePageProgram(UNGUARDED_ENDLESS_CODE));
		expect(problem).toMatchObject({ kind: 'time' });
		expect(reason).toBe('hang');
		test.info().annotations.push({ type: 'measured', description: `alive in ${moments} of the last 20 moments` });
		expect(moments).toBeGreaterThan(MOST_LIVE_MOMENTS_OF_FROZEN_PAGE);
		await startPageProgram(stage, "document.body.textContent = 'new';");
		await expect(locateInPage(page).locator('body')).toHaveText('new');
		const before = await countAliveLines();
		await expect.poll(countAliveLines).toBeGreaterThan(before);
	}
);

test(
	'blocked actions of a page are explained in the console, while its anchors and own forms work',
	{ tag: '@soak' },
	async ({ stage, page }) => {
		await startPageProgram(
			stage,
			`document.querySelector('form')!.addEventListener('submit', (event) => {
			event.preventDefault();
			console.log('name', (document.querySelector('[name=who]') as HTMLInputElement).value);
		});
		addEventListener('hashchange', () => console.log('at', location.hash));
		alert('hello');
		navigator.mediaDevices.getUserMedia({ video: true }).catch((error) => console.log(error));
		window.open('https://example.org/window');`,
			`<a id="out" href="https://example.org/">out</a> <a id="part" href="#end">end</a>
		<form><input name="who" value="Léonie"><button id="send">send</button></form><form id="bare"><button>x</button></form>
		<img src="https://example.org/cat.png" alt=""><p onclick="boo()">p</p><script>boo()</script><p id="end">end</p>
		<svg><script>boo()</script><link rel="stylesheet" href="style.css" /></svg>`,
			'#end:target { color: rgb(9, 9, 9); }'
		);
		for (const selector of ['#out', '#part', '#send', '#bare button']) await clickInPage(page, selector);
		await expect
			.poll(async () => (await stage.readConsoleLines()).map((line) => line.slice(0, 40)).sort())
			.toEqual(
				[
					'hello',
					'This link leads elsewhere: https://exampl',
					'This link leads elsewhere: https://exampl',
					'Attributes like onclick do not work here',
					'Code written in the HTML is not run here',
					'Here, a page uses neither the camera nor the microphone',
					'NotAllowedError: A page of Braise uses no camera',
					'Nothing is loaded from the internet here',
					'This form sends nothing: here, a page ta',
					'name Léonie',
					'at #end'
				]
					.map((line) => line.slice(0, 40))
					.sort()
			);
		const colour = await locateInPage(page)
			.locator('#end')
			.evaluate((end) => getComputedStyle(end).color);
		expect(colour).toBe('rgb(9, 9, 9)');
	}
);

test('a missing project file is named in the console, without a message about the internet', async ({ stage }) => {
	await startPageProgram(
		stage,
		"fetch('./tables/bread.csv').catch((error) => console.log(error.message));",
		'<img src="cat.png" alt="">'
	);
	await expect
		.poll(async () => (await stage.readConsoleLines()).sort())
		.toEqual([
			'There is no file “./tables/bread.csv” in this project. Add it with the button “My files”, or correct its name.',
			'There is no file “cat.png” in this project. Add it with the button “My files”, or correct its name.'
		]);
});

test(
	'beside a library a page is a classic script, and the library may evaluate the text of its functions',
	{ tag: '@soak' },
	async ({ stage }) => {
		const bundle = await compilePageProgram(
			`total = 0;
		function add() { for (let i = 0; i < 3; i++) total += i; }
		readAgain(add);
		console.log('total', total);
		function turn() { while (true) total += 1; }
		setTimeout(() => readAgain(turn), 50);`
		);
		const library = "globalThis.readAgain = (act) => (0, eval)('(' + String(act) + ')')();";
		if (bundle.page !== undefined) bundle.page.library = library;
		await stage.start(bundle, pageProgramOptions);
		await expect.poll(() => stage.readConsoleLines()).toEqual(['total 3']);
		expect((await stage.waitForEvent('stopped')).reason).toBe('hang');
	}
);

test('a page that navigates away is ended, and the console says so', async ({ stage }) => {
	await startPageProgram(stage, "setTimeout(() => { location.href = 'https://example.org/'; }, 100);");
	expect((await stage.waitForEvent('stopped')).reason).toBe('error');
	expect((await stage.readConsoleLines()).join()).toContain('tried to leave');
});
