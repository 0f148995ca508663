import { startCountingSounds, measureLoudness } from '../loudness.ts';
import { openStage } from './open-stage.ts';
import { compileProgram, expect, sceneOptions, compileFiles, sketchOptions, StagePage, test } from './stage-test.ts';

const HUMMING_PROGRAM = `
	import { background, playNote } from 'braise/draw';
	export function draw() {
		background(255);
		playNote('la3', 1);
	}
`;

let countStartedSounds: () => number;
test.beforeEach(async ({ page, host }) => {
	countStartedSounds = await startCountingSounds(page);
	await openStage(page, host.appAddress('localhost', `http://127.0.0.1:${host.port}`));
});

const locateInnerFrameBody = (page: import('@playwright/test').Page) =>
	page.frameLocator('iframe').frameLocator('iframe').locator('body');
const readSoundEvents = async (stage: StagePage) =>
	(await stage.readRunEvents()).filter(({ type }) => type === 'sound');

test('a note waits for a click in the picture, is heard, and is muted', async ({ page }) => {
	const stage = new StagePage(page);
	await stage.start(await compileProgram(HUMMING_PROGRAM));
	await expect.poll(() => readSoundEvents(stage)).toEqual([{ type: 'sound', isHeard: false }]);
	expect(countStartedSounds()).toBe(0);
	await page.locator('#stage').click();
	await expect.poll(() => measureLoudness(locateInnerFrameBody(page))).toBeGreaterThan(0.05);
	expect(await readSoundEvents(stage)).toEqual([
		{ type: 'sound', isHeard: false },
		{ type: 'sound', isHeard: true }
	]);
	// Without a limit, sixteen notes of amplitude 0.3 each would add up to more than 4.
	expect(await measureLoudness(locateInnerFrameBody(page))).toBeLessThan(1);
	await page.evaluate(() => window.bench.run?.setMuted(true));
	await expect.poll(() => measureLoudness(locateInnerFrameBody(page))).toBe(0);
	await page.evaluate(() => window.bench.run?.setMuted(false));
	await expect.poll(() => measureLoudness(locateInnerFrameBody(page))).toBeGreaterThan(0.05);
	await page.evaluate(() => window.bench.run?.pause());
	await expect.poll(() => measureLoudness(locateInnerFrameBody(page))).toBe(0);
});

test('Tab passes through the picture without sound, and another key in the picture starts the sound', async ({
	page
}) => {
	const stage = new StagePage(page);
	await stage.start(await compileProgram(HUMMING_PROGRAM));
	await expect.poll(() => readSoundEvents(stage)).toEqual([{ type: 'sound', isHeard: false }]);
	await page.evaluate(() => {
		const [before, after] = ['before', 'after'].map((id) => Object.assign(document.createElement('button'), { id }));
		if (before) document.body.prepend(before);
		if (after) document.body.append(after);
		before?.focus();
	});
	// Focus moves between processes, which may come after the key has been answered; so each key waits for its effect.
	const pressUntilFocusAt = (key: string, place: string) =>
		expect(async () => {
			await page.keyboard.press(key);
			const readFocusPlace = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
			await expect.poll(readFocusPlace, { timeout: 300 }).toBe(place);
		}).toPass();
	await pressUntilFocusAt('Tab', 'iframe');
	await pressUntilFocusAt('Tab', 'after');
	await pressUntilFocusAt('Shift+Tab', 'iframe');
	await page.keyboard.press('Shift');
	expect(countStartedSounds()).toBe(0);
	await page.keyboard.press('a');
	await expect.poll(countStartedSounds).toBeGreaterThan(0);
});

test('a program that begins muted says that it has sound, and stays silent', async ({ page }) => {
	const stage = new StagePage(page);
	await stage.start(await compileProgram(HUMMING_PROGRAM), { ...sketchOptions, isMuted: true });
	await expect.poll(() => readSoundEvents(stage)).toEqual([{ type: 'sound', isHeard: true }]);
	await page.locator('#stage').click();
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
	expect(await measureLoudness(locateInnerFrameBody(page))).toBe(0);
	expect(countStartedSounds()).toBe(0);
});

test(
	'a thousand notes at once are limited in loudness, and the program plays on',
	{ tag: '@soak' },
	async ({ page }) => {
		const stage = new StagePage(page);
		const floodProgram = HUMMING_PROGRAM.replace(
			"playNote('la3', 1);",
			"for (let n = 0; n < 1000; n++) playNote(200 + n, 1, 'square');"
		);
		await stage.start(await compileProgram(floodProgram));
		await page.locator('#stage').click();
		await expect.poll(() => measureLoudness(locateInnerFrameBody(page))).toBeGreaterThan(0.05);
		expect(await measureLoudness(locateInnerFrameBody(page))).toBeLessThan(1);
		expect((await stage.readRunEvents()).map(({ type }) => type)).not.toContain('stopped');
	}
);

test('stopping a sound or setting its volume asks for no click', { tag: '@soak' }, async ({ page }) => {
	const stage = new StagePage(page);
	const quietProgram =
		"const bell = loadSound('bell.wav');\nbell.setVolume(0.5);\nbell.stop();\nexport function draw() { console.log('on'); }";
	// A driver cannot pass bytes, so the page makes the file.
	await page.evaluate(
		([bundle, options]) => {
			const ownFiles = { 'bell.wav': new Blob(['RIFF'], { type: 'audio/wav' }) };
			window.bench.start(bundle, { ...options, ownFiles });
		},
		[await compileProgram(quietProgram), sketchOptions] as const
	);
	await stage.waitForEvent('console');
	expect(await readSoundEvents(stage)).toEqual([]);
});

test('notes of a scene make no sound', { tag: '@soak' }, async ({ page }) => {
	const stage = new StagePage(page);
	const scene = `
		import { playNote } from 'braise/draw';
		export const init = () => 0;
		export const step = (state: number) => state + 1;
		export function draw() { playNote('la3'); }
	`;
	await stage.start(await compileFiles({ 'main.ts': '', 'scene.ts': scene }), sceneOptions);
	await stage.waitForEvent('drawn');
	await page.locator('#stage').click();
	await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
	expect(await readSoundEvents(stage)).toEqual([]);
	expect(await measureLoudness(locateInnerFrameBody(page))).toBe(0);
});

test('a page’s sounds can be muted and unmuted, and the page still reads its own muted value', async ({ page }) => {
	const stage = new StagePage(page);
	const files = {
		'index.html': '<button>play</button>',
		'main.ts': `
			const context = new AudioContext();
			const oscillator = new OscillatorNode(context);
			const audio = new Audio();
			audio.addEventListener('volumechange', () => console.log('volume', audio.muted));
			const drawnAudios = [new Audio(), new Audio()];
			for (const each of drawnAudios)
				each.addEventListener('volumechange', () => console.log('a graph would get silence'));
			context.createMediaElementSource(drawnAudios[0]);
			new MediaElementAudioSourceNode(context, { mediaElement: drawnAudios[1] });
			document.querySelector('button')!.addEventListener('click', () => {
				oscillator.connect(context.destination);
				oscillator.start();
				for (const each of [...drawnAudios, audio]) each.play().catch(() => undefined);
			});
		`
	};
	await stage.start(await compileFiles(files, { page: 'index.html' }), { ...sketchOptions, kind: 'page' });
	await stage.waitForEvent('drawn');
	expect(await readSoundEvents(stage)).toEqual([]);
	const pageFrame = page.frameLocator('iframe').frameLocator('iframe').frameLocator('iframe.page');
	await pageFrame.locator('button').click();
	await expect.poll(() => measureLoudness(pageFrame.locator('body'))).toBeGreaterThan(0.05);
	expect(await readSoundEvents(stage)).toEqual([{ type: 'sound', isHeard: true }]);
	await page.evaluate(() => window.bench.run?.setMuted(true));
	await expect.poll(() => measureLoudness(pageFrame.locator('body'))).toBe(0);
	await expect.poll(() => stage.readConsoleLines()).toEqual(['volume false']);
	await page.evaluate(() => window.bench.run?.setMuted(false));
	await expect.poll(() => measureLoudness(pageFrame.locator('body'))).toBeGreaterThan(0.05);
	expect(await readSoundEvents(stage)).toHaveLength(1);
});
