/** Takes a picture of the workbench's stage while a program plays on it. */
import type { Browser, Page } from 'playwright';

/** Style that makes the stage fill the window and hides everything else. */
const STAGE_ALONE_CSS = `.stage .picture { position: fixed !important; inset: 0; width: 100vw; height: 100vh; z-index: 9999 }
.stage .picture > :not(.frame) { display: none }`;
/** Milliseconds in which a picture must be there, even on a slow machine. */
export const PICTURE_TIMEOUT_MS = 180_000;
/** Qualities that are tried in turn, until the file is small enough. */
const WEBP_QUALITIES = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3];

interface StagePictureRequest {
	pageAddress: string;
	/** Size of the picture, in pixels. */
	size: { width: number; height: number };
	/** Factor from the size of the drawing to the size of the picture: above 1, words in it can be read. */
	scale: number;
	theme: 'light' | 'dark';
	reducedMotion: 'reduce' | 'no-preference';
	/** Resolves when the picture may be taken. */
	waitUntilDrawn: (page: Page) => Promise<void>;
}

/** Returns the picture as a PNG. */
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
