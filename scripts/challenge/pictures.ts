import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArgumentError, type ChallengeArguments } from './arguments.ts';
import { PreviewedFolder } from './preview/plugin.ts';
import { servePreview } from './preview/command.ts';
import { makePathRelative } from './describe-checked-challenge.ts';
import { CHALLENGE_PICTURE_FOLDER, MAX_PICTURE_BYTES } from './text-problems.ts';
import { chromium, type Page, type Browser } from 'playwright';
import { LANGUAGES } from '#lib/domain/language.ts';
import { CHALLENGE_PICTURE_SIZE, CHALLENGE_PICTURE_THEMES, challengePicturePath } from '#lib/domain/challenge.ts';
import { findChromiumPath } from '../browsers.ts';

const STAGE_ALONE_CSS = `.stage .picture { position: fixed !important; inset: 0; width: 100vw; height: 100vh; z-index: 9999 }
.stage .picture > :not(.frame) { display: none }`;
export const PICTURE_TIMEOUT_MS = 180_000;
const WEBP_QUALITIES = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3];

interface StagePictureRequest {
	pageAddress: string;
	size: { width: number; height: number };
	scale: number;
	theme: 'light' | 'dark';
	reducedMotion: 'reduce' | 'no-preference';
	waitUntilDrawn: (page: Page) => Promise<void>;
}

export async function takeStagePicture(browser: Browser, shot: StagePictureRequest): Promise<Buffer> {
	const { pageAddress, size, scale, theme, reducedMotion, waitUntilDrawn } = shot;
	const context = await browser.newContext({
		viewport: { width: size.width / scale, height: size.height / scale },
		deviceScaleFactor: scale,
		colorScheme: theme,
		reducedMotion,
		serviceWorkers: 'block'
	});
	try {
		const page = await context.newPage();
		await page.goto(pageAddress, { timeout: PICTURE_TIMEOUT_MS });
		await page.addStyleTag({ content: STAGE_ALONE_CSS });
		await waitUntilDrawn(page);
		return await page.screenshot();
	} finally {
		await context.close();
	}
}

/** Returns the picture as a WebP of at most so many bytes. Throws when no quality makes it small enough. */
export async function encodeWebpWithinBytes(browser: Browser, png: Buffer, mostBytes: number): Promise<Buffer> {
	const page = await browser.newPage();
	try {
		for (const quality of WEBP_QUALITIES) {
			const bytes = await encodeWebp(page, png, quality);
			if (bytes.length <= mostBytes) return bytes;
		}
		throw new Error(`a picture has more than ${mostBytes} bytes: let what it shows be simpler`);
	} finally {
		await page.close();
	}
}

async function encodeWebp(page: Page, png: Buffer, quality: number): Promise<Buffer> {
	const webpDataAddress = await page.evaluate(
		async ({ source, quality }) => {
			const image = new Image();
			image.src = source;
			await image.decode();
			const canvas = document.createElement('canvas');
			[canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
			canvas.getContext('2d')?.drawImage(image, 0, 0);
			return canvas.toDataURL('image/webp', quality);
		},
		{ source: `data:image/png;base64,${png.toString('base64')}`, quality }
	);
	return Buffer.from(webpDataAddress.slice(webpDataAddress.indexOf(',') + 1), 'base64');
}

/** Factor by which the picture is larger than the drawing, so that words in it can be read in the catalogue. */
const PICTURE_SCALE = 1.875;
/** Milliseconds from a scene's first drawing until the scene no longer changes much. */
const SCENE_SETTLING_MILLISECONDS = 1500;

interface TakenPicture {
	file: string;
	bytes: Buffer;
}

/** Throws where there is no browser. */
export async function takeChallengePictures(id: string, address: string): Promise<TakenPicture[]> {
	const executablePath = findChromiumPath();
	const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
	try {
		const pictures: TakenPicture[] = [];
		for (const language of LANGUAGES) {
			for (const theme of CHALLENGE_PICTURE_THEMES) {
				const png = await takeStagePicture(browser, {
					pageAddress: `${address}/${language}/challenges/${id}`,
					size: CHALLENGE_PICTURE_SIZE,
					scale: PICTURE_SCALE,
					theme,
					reducedMotion: 'reduce',
					waitUntilDrawn: waitUntilSceneSettled
				});
				pictures.push({
					file: challengePicturePath(id, language, theme),
					bytes: await encodeWebpWithinBytes(browser, png, MAX_PICTURE_BYTES)
				});
			}
		}
		return pictures;
	} finally {
		await browser.close();
	}
}

async function waitUntilSceneSettled(page: Page): Promise<void> {
	// A scene that has a description has been drawn.
	await page.locator('.description').first().waitFor({ state: 'attached', timeout: PICTURE_TIMEOUT_MS });
	await page.waitForTimeout(SCENE_SETTLING_MILLISECONDS);
}

const INTERRUPTED_EXIT_CODE = 130;

export async function runPictureCommand(
	{ folder }: Extract<ChallengeArguments, { command: 'picture' }>,
	from: string
): Promise<number> {
	const name = makePathRelative(folder, from);
	const previewedFolder = new PreviewedFolder(folder, name);
	const { packed, problemLines } = await previewedFolder.read();
	if (packed === undefined) {
		process.stdout.write(`${problemLines.join('\n')}\n${name}: mend this first, a picture shows the scene\n`);
		return 1;
	}
	process.stdout.write(`${name}: four pictures, for two languages and two themes; this takes a minute\n`);
	process.once('SIGINT', () => process.exit(INTERRUPTED_EXIT_CODE));
	const server = await servePreview(previewedFolder, undefined, () => undefined);
	try {
		const takenPictures = await takeChallengePictures(packed.challenge.id, server.address);
		for (const { file, bytes } of takenPictures) {
			const picturePath = join(CHALLENGE_PICTURE_FOLDER, file);
			writeFileSync(picturePath, bytes);
			process.stdout.write(`${makePathRelative(picturePath, from)}: ${Math.round(bytes.length / 1000)} kB\n`);
		}
	} catch (error) {
		throw new ArgumentError(
			`${name}: no picture was taken: ${error instanceof Error ? error.message : String(error)}
It needs Chromium or Chrome: install it, or name it in CHROMIUM_PATH.`
		);
	} finally {
		await server.close();
	}
	process.stdout.write('Look at them, and commit them with the challenge.\n');
	// The process would not end by itself, because the server's database and compilers keep it alive.
	process.exit(0);
}
