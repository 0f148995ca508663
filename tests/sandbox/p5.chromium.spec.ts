import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { LIBRARY_PATH_BY_FILE_NAME, LIBRARY_VERSIONS } from '#sandbox/libraries/files.ts';
import { isSoakRun } from '../soak.ts';
import { compileFiles, compileProgram, expect, sceneInput, test, type StagePage } from './stage-test.ts';

const SKETCHES_FOLDER = 'tests/fixtures/p5';
/** `npm test` compares one sketch of so many; `npm run soak` all twenty. */
const SKETCH_SAMPLING_INTERVAL = isSoakRun ? 1 : 4;
const SKETCHES = readdirSync(SKETCHES_FOLDER)
	.filter((_, nth) => nth % SKETCH_SAMPLING_INTERVAL === 0)
	.map((file) => ({ file, code: readFileSync(join(SKETCHES_FOLDER, file), 'utf8') }));
const P5_SCRIPT = readFileSync(
	join('node_modules', LIBRARY_PATH_BY_FILE_NAME[LIBRARY_VERSIONS.p5[0].scriptName] ?? ''),
	'utf8'
);
const P5_PAGE_HTML =
	'<!doctype html><meta charset="utf-8"><body><script src="p5.js"></script><script src="main.js"></script>';
/** Upper limit of the mean difference of a colour value (0 to 255), because edges of shapes are smoothed differently. */
const MAX_MEAN_COLOUR_DIFFERENCE = 4;

/** Colours of all pixels: red, green, blue and opacity, as one character each. A driver passes a text much faster than a list. */
type PixelColours = string;

const readPixelColours = (canvas: Locator): Promise<PixelColours> =>
	canvas.first().evaluate((element: HTMLCanvasElement) => {
		const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? { data: [] };
		return Array.from(data, (colour) => String.fromCharCode(colour)).join('');
	});

/** Global variables that p5 and a sketch set. */
interface P5Window {
	isLooping?: () => boolean;
	frameCount?: number;
	draw?: unknown;
}

/** Resolves to the picture once p5 has drawn it: each sketch ends with `noLoop()`. */
async function waitForDrawnPicture(canvas: Locator): Promise<PixelColours> {
	const isSketchDrawn = () =>
		canvas.first().evaluate(() => {
			const { isLooping, frameCount, draw } = window as unknown as P5Window;
			return isLooping?.() === false && (draw === undefined || Number(frameCount) > 0);
		});
	await expect.poll(isSketchDrawn).toBe(true);
	return readPixelColours(canvas);
}

const takeSketchPicture = (page: Page): Promise<PixelColours> =>
	page.evaluate(async () => {
		const pixels = (await window.bench.run?.captureStagePicture(240))?.pixels ?? [];
		return Array.from(pixels, (colour) => String.fromCharCode(colour)).join('');
	});

function meanColourDifference(one: PixelColours, other: PixelColours): number {
	if (one.length !== other.length) return 255;
	let sum = 0;
	for (let at = 0; at < one.length; at++) sum += Math.abs(one.charCodeAt(at) - other.charCodeAt(at));
	return sum / one.length;
}

async function openPageWithoutBraise(page: Page, code: string): Promise<Page> {
	const answers: Record<string, { contentType: string; body: string }> = {
		'/': { contentType: 'text/html', body: P5_PAGE_HTML },
		'/p5.js': { contentType: 'text/javascript; charset=utf-8', body: P5_SCRIPT },
		'/main.js': { contentType: 'text/javascript; charset=utf-8', body: code }
	};
	await page.route('http://p5.test/**', (route) => {
		const answer = answers[new URL(route.request().url()).pathname];
		return answer === undefined ? route.abort() : route.fulfill(answer);
	});
	await page.goto('http://p5.test/');
	return page;
}

async function startSketchAsPage(stage: StagePage, code: string): Promise<void> {
	const bundle = await compileFiles({ 'index.html': P5_PAGE_HTML, 'main.ts': code }, { page: 'index.html' });
	if (bundle.page !== undefined) bundle.page.library = P5_SCRIPT;
	await stage.start(bundle, { kind: 'page', seed: 1, input: sceneInput });
}

async function expectNoProblem(stage: StagePage): Promise<void> {
	const types = (await stage.readRunEvents()).map(({ type }) => type);
	expect(types).not.toContain('error');
	expect(await stage.readConsoleLines()).toEqual([]);
}

test(
	'p5 sketches look the same in a page project, as a sketch and on a page without Braise',
	{ tag: '@soak' },
	async ({ stage, page, context }) => {
		expect(SKETCHES).toHaveLength(20 / SKETCH_SAMPLING_INTERVAL);
		const pageCanvas = page
			.frameLocator('#stage iframe')
			.frameLocator('iframe')
			.frameLocator('iframe.page')
			.locator('canvas');
		for (const { file, code } of SKETCHES) {
			await test.step(file, async () => {
				await startSketchAsPage(stage, code);
				const expectedPicture = await waitForDrawnPicture(pageCanvas);
				const ownPage = await openPageWithoutBraise(await context.newPage(), code);
				const reference = await waitForDrawnPicture(ownPage.locator('canvas'));
				expect(meanColourDifference(reference, expectedPicture), `${file} on the page of p5`).toBe(0);
				await ownPage.close();
				await expectNoProblem(stage);
				await stage.start(await compileProgram(code));
				const measureDifferenceFromSketch = async () =>
					meanColourDifference(expectedPicture, await takeSketchPicture(page));
				await expect.poll(measureDifferenceFromSketch, `${file} as a sketch`).toBeLessThan(MAX_MEAN_COLOUR_DIFFERENCE);
				await expectNoProblem(stage);
			});
		}
	}
);
