import type { BrowserContext, Page } from 'playwright';

/** Moments in milliseconds since 1970, which are the same in all frames. */
interface PictureMoments {
	/** The last key that was pressed in the page. */
	keyMoment?: number;
	/** Moment from which the picture's description holds `wantedText`. */
	describedMoment?: number;
	wantedText?: string;
}

declare global {
	interface Window {
		pictureMarks: PictureMoments;
		/** Moment at which p5 had drawn in this frame, or a sketch's canvas had replaced the one before. */
		picturedAt?: number;
	}
}

/** Milliseconds to wait for a picture. `POLL_MILLISECONDS` is the pause before the frames are asked again. */
const PATIENCE_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 50;

export async function watchPictures(context: BrowserContext): Promise<void> {
	// Defines the helper that tsx wraps functions in, because the page does not have it.
	await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
	await context.addInitScript(recordPictures);
}

/** Presses a key, and returns the milliseconds until the description of a sketch's picture holds `wanted`. */
export async function measureTimeToDescription(page: Page, key: string, wanted: string): Promise<number> {
	await page.evaluate((text) => (window.pictureMarks = { wantedText: text }), wanted);
	await page.keyboard.press(key);
	return waitUntilDurationKnown(page, async () => {
		const { keyMoment: pressMoment, describedMoment: described } = await page.evaluate(() => window.pictureMarks);
		return described === undefined || pressMoment === undefined ? undefined : described - pressMoment;
	});
}

/** Presses keys, and returns the milliseconds from the first of them until a frame has a new picture. */
export async function measureTimeToPicture(page: Page, keys: readonly string[]): Promise<number> {
	const [first = '', ...others] = keys;
	await page.evaluate(() => (window.pictureMarks = {}));
	await page.keyboard.press(first);
	const pressMoment = await page.evaluate(() => window.pictureMarks.keyMoment ?? NaN);
	for (const key of others) await page.keyboard.press(key);
	return waitUntilDurationKnown(page, async () => {
		for (const frame of page.frames().slice(1)) {
			// A frame that is being replaced cannot be asked.
			const pictureMoment = await frame.evaluate(() => window.picturedAt).catch(() => undefined);
			if (pictureMoment !== undefined && pictureMoment > pressMoment) return pictureMoment - pressMoment;
		}
		return undefined;
	});
}

/** Asks `find` again and again until it returns the measured milliseconds. */
async function waitUntilDurationKnown(page: Page, find: () => Promise<number | undefined>): Promise<number> {
	const deadline = performance.now() + PATIENCE_MILLISECONDS;
	while (performance.now() < deadline) {
		const duration = await find();
		if (duration !== undefined) return duration;
		await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
	}
	throw new Error(`No picture: ${page.url()}`);
}

/** Runs in every frame before its own scripts. */
function recordPictures(): void {
	const readEpochMoment = () => performance.timeOrigin + performance.now();
	const realFrame = requestAnimationFrame.bind(window);
	if (window === top) {
		window.pictureMarks = {};
		const recordKeyMoment = (event: KeyboardEvent) => {
			window.pictureMarks.keyMoment = performance.timeOrigin + event.timeStamp;
		};
		addEventListener('keydown', recordKeyMoment, true);
	}
	let drawnCanvas: Element | null = null;
	const recordPictureChanges = (): void => {
		const { frameCount } = window as unknown as { frameCount?: unknown };
		const canvas = document.querySelector(window === top ? 'no-canvas' : 'canvas');
		// A sketch's canvas is shown once it has been drawn; that of p5 is there from the beginning.
		const isDrawn = canvas?.classList.contains('shown') === true || Number(frameCount) > 0;
		if (isDrawn && canvas !== null && canvas !== drawnCanvas) {
			drawnCanvas = canvas;
			window.picturedAt = readEpochMoment();
		}
		const pictureMarks = window.pictureMarks as PictureMoments | undefined;
		if (pictureMarks?.wantedText !== undefined && pictureMarks.describedMoment === undefined) {
			const text = document.querySelector('.description')?.textContent ?? '';
			if (text.includes(pictureMarks.wantedText)) pictureMarks.describedMoment = readEpochMoment();
		}
		realFrame(recordPictureChanges);
	};
	realFrame(recordPictureChanges);
}
