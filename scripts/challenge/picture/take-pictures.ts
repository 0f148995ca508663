/** Takes the pictures of a challenge for the catalogue: the scene as a student meets it, in each language and theme. */
import { chromium, type Browser, type Page } from 'playwright';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';
import { PICTURE_SIZE, PICTURE_THEMES, pictureFile } from '#lib/domain/picture-files.ts';
import { chromiumPath } from '../../browsers.ts';
import { PICTURE_BYTES } from '../sizes.ts';

/** A scene is drawn smaller than its picture, so that words in it can be read in the catalogue. */
const SCALE = 1.875;
/** The scene fills the window, and stands still. */
const ALONE = `.stage .picture { position: fixed !important; inset: 0; width: 100vw; height: 100vh; z-index: 9999 }
.stage .picture > :not(.frame) { display: none }`;
/** Milliseconds until a scene is there, on a slow machine, and in which it settles. */
const PATIENCE = 180_000;
const SETTLES = 1500;
/** Tried in turn until a picture is small enough. */
const QUALITIES = [0.9, 0.8, 0.7, 0.6, 0.5];

interface TakenPicture {
	file: string;
	bytes: Buffer;
}

/** Opens the challenge at `address` in each language and theme. Throws where there is no browser. */
export async function takePictures(id: string, address: string): Promise<TakenPicture[]> {
	const executablePath = chromiumPath();
	const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
	try {
		const taken: TakenPicture[] = [];
		for (const language of LANGUAGES) {
			for (const theme of PICTURE_THEMES) {
				const png = await sceneIn(browser, `${address}/${language}/challenges/${id}`, theme);
				taken.push({ file: pictureFile(id, language, theme), bytes: await asWebp(browser, png, language) });
			}
		}
		return taken;
	} finally {
		await browser.close();
	}
}

async function sceneIn(browser: Browser, address: string, theme: 'light' | 'dark'): Promise<Buffer> {
	const context = await browser.newContext({
		viewport: { width: PICTURE_SIZE.width / SCALE, height: PICTURE_SIZE.height / SCALE },
		deviceScaleFactor: SCALE,
		colorScheme: theme,
		reducedMotion: 'reduce',
		serviceWorkers: 'block'
	});
	try {
		const page = await context.newPage();
		await page.goto(address, { timeout: PATIENCE });
		await page.addStyleTag({ content: ALONE });
		// What is described has been drawn.
		await page.locator('.description').first().waitFor({ state: 'attached', timeout: PATIENCE });
		await page.waitForTimeout(SETTLES);
		return await page.screenshot();
	} finally {
		await context.close();
	}
}

async function asWebp(browser: Browser, png: Buffer, language: Language): Promise<Buffer> {
	const page = await browser.newPage();
	try {
		for (const quality of QUALITIES) {
			const bytes = await encode(page, png, quality);
			if (bytes.length <= PICTURE_BYTES) return bytes;
		}
		throw new Error(`the picture in "${language}" has more than ${PICTURE_BYTES} bytes: let the scene be simpler`);
	} finally {
		await page.close();
	}
}

async function encode(page: Page, png: Buffer, quality: number): Promise<Buffer> {
	const address = await page.evaluate(
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
	return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
