/** Measures one visit to the workbench, until its scene runs or until the first edit's result. */
import type { BrowserContext, CDPSession, Page } from 'playwright';

/** All times are milliseconds since the navigation began. */
export interface VisitTimes {
	readable: number;
	scene: number;
	editable: number;
	result: number;
	/** Bytes that were sent to the browser in the visit, with headers. */
	bytes: number;
	/** Bytes that were sent until the first edit's result. */
	bytesAtResult: number;
	/**
	 * Number of files that the page had asked for when the scene ran, with the document. Files of the scene's frame are not
	 * counted.
	 */
	files: number;
}

export interface VisitOptions {
	context: BrowserContext;
	address: string;
	/** Factor by which pages and frames are slowed. Browsers cannot slow workers. */
	slowdown: number;
	/** Returns the bytes that were sent since the last call. */
	takeSentByteCount(): number;
	/** Returns whether an answer is still awaited. */
	isWaiting?(): boolean;
	/** Milliseconds without traffic after which the visit is over. */
	calmMilliseconds?: number;
	/** Upper limit of milliseconds to wait for each part of the visit. */
	patienceMilliseconds?: number;
}

type VisitMark = 'readable' | 'uncovered' | 'editable' | 'result';

declare global {
	interface Window {
		/** Moments in the page, in milliseconds since the navigation began. */
		visitMarks: Partial<Record<VisitMark, number>>;
		/** When the scene's frame showed its first picture, in milliseconds since 1970. */
		scenePictureAt?: number;
	}
}

const PATIENCE_MILLISECONDS = 60_000;
const MILLISECONDS_WITHOUT_TRAFFIC = 1500;

/** Opens the page without an edit, which would start the scene again. */
export async function measureSceneVisit(options: VisitOptions): Promise<Pick<VisitTimes, 'scene' | 'files'>> {
	const page = await options.context.newPage();
	try {
		await openPage(page, options);
		const scene = await waitForScene(page, options.patienceMilliseconds);
		await countBytesUntilCalm(options);
		return { scene, files: await countFilesUntil(page, scene) };
	} finally {
		await page.close();
	}
}

/** Opens the page until its scene runs and its code can be edited. */
export async function measureStartMoments(
	options: VisitOptions
): Promise<Pick<VisitTimes, 'readable' | 'scene' | 'editable'>> {
	const page = await options.context.newPage();
	try {
		await openPage(page, options);
		const scene = await waitForScene(page, options.patienceMilliseconds);
		await waitForVisitMark(page, 'editable', options.patienceMilliseconds);
		const { readable = NaN, editable = NaN } = await page.evaluate(() => window.visitMarks);
		return { readable, scene, editable };
	} finally {
		await page.close();
	}
}

async function openPage(
	page: Page,
	{ address, slowdown, takeSentByteCount, patienceMilliseconds = PATIENCE_MILLISECONDS }: VisitOptions
): Promise<void> {
	await slowDownProcessor(page, slowdown);
	// Defines the helper that tsx wraps functions in, because the page does not have it.
	await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
	await page.addInitScript(recordVisitMarks);
	takeSentByteCount();
	// Does not wait until the whole page has loaded, because a person does not either.
	await page.goto(address, { waitUntil: 'commit', timeout: patienceMilliseconds });
}

export async function measureVisit(options: VisitOptions): Promise<VisitTimes> {
	const { context, takeSentByteCount, patienceMilliseconds = PATIENCE_MILLISECONDS } = options;
	const page = await context.newPage();
	try {
		await openPage(page, options);
		await waitForVisitMark(page, 'editable', patienceMilliseconds);
		await page.evaluate(jumpToBuildStep);
		await focusOpenedEditor(page);
		await page.keyboard.press('Control+End');
		await page.keyboard.type(' ');
		await page.keyboard.press('Control+Enter');
		await waitForVisitMark(page, 'result', patienceMilliseconds);
		const bytesAtResult = takeSentByteCount();
		const scene = await waitForScene(page, patienceMilliseconds);
		const { readable = NaN, editable = NaN, result = NaN } = await page.evaluate(() => window.visitMarks);
		return {
			readable,
			scene,
			editable,
			result,
			files: await countFilesUntil(page, scene),
			bytesAtResult,
			bytes: bytesAtResult + (await countBytesUntilCalm(options))
		};
	} finally {
		await page.close();
	}
}

async function countBytesUntilCalm({
	takeSentByteCount,
	isWaiting,
	calmMilliseconds = MILLISECONDS_WITHOUT_TRAFFIC,
	patienceMilliseconds = PATIENCE_MILLISECONDS
}: VisitOptions): Promise<number> {
	const deadline = performance.now() + patienceMilliseconds;
	let byteCount = 0;
	for (;;) {
		await new Promise((resolve) => setTimeout(resolve, calmMilliseconds));
		const newBytes = takeSentByteCount();
		if (newBytes === 0 && (!isWaiting?.() || performance.now() > deadline)) return byteCount;
		byteCount += newBytes;
	}
}

export async function slowDownProcessor(page: Page, rate: number): Promise<void> {
	if (rate === 1) return;
	await throttleProcessor(await page.context().newCDPSession(page), rate);
	// The frame of another host runs in a process of its own, which is slowed separately.
	page.on('frameattached', (frame) => {
		void page
			.context()
			.newCDPSession(frame)
			.then((session) => throttleProcessor(session, rate))
			// The frame is in the page's process, and is slowed with the page.
			.catch(() => undefined);
	});
}

async function throttleProcessor(session: CDPSession, rate: number): Promise<void> {
	await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/**
 * Waits until a mark is set. Asks with `evaluate` again and again, because the page's policy forbids the code with which Playwright
 * itself would wait.
 */
async function waitForVisitMark(
	page: Page,
	name: VisitMark,
	patienceMilliseconds = PATIENCE_MILLISECONDS
): Promise<void> {
	const deadline = performance.now() + patienceMilliseconds;
	while (!(await page.evaluate((wanted) => window.visitMarks[wanted] !== undefined, name))) {
		if (performance.now() > deadline) throw new Error(`Never ${name}: ${page.url()}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

/**
 * Waits until the scene's frame shows its picture and nothing of the page covers it. Returns the milliseconds since the navigation
 * began. The frame's picture is on the screen even while the page's own scripts are busy, so the frame's clock tells its moment.
 */
async function waitForScene(page: Page, patienceMilliseconds = PATIENCE_MILLISECONDS): Promise<number> {
	const deadline = performance.now() + patienceMilliseconds;
	await waitForVisitMark(page, 'uncovered', patienceMilliseconds);
	for (;;) {
		const { uncovered = NaN, origin } = await page.evaluate(() => ({
			uncovered: window.visitMarks.uncovered,
			origin: performance.timeOrigin
		}));
		// A frame that is being replaced answers nothing.
		const moments = await Promise.all(
			page.frames().map((frame) => frame.evaluate(() => window.scenePictureAt).catch(() => undefined))
		);
		const pictureMoment = moments.find((moment) => moment !== undefined);
		if (pictureMoment !== undefined) return Math.max(uncovered, pictureMoment - origin);
		if (performance.now() > deadline) throw new Error(`Never a scene: ${page.url()}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

/** Counts the files that the page asked for until the moment, with the document. Files of the scene's frame are not counted. */
const countFilesUntil = (page: Page, moment: number): Promise<number> =>
	page.evaluate(
		(end) => performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= end).length + 1,
		moment
	);

async function focusOpenedEditor(page: Page): Promise<void> {
	await page.locator('[data-step="build"]').waitFor({ timeout: PATIENCE_MILLISECONDS });
	await page.evaluate(() => document.querySelector<HTMLElement>('.editor textarea, .editor [role="textbox"]')?.focus());
}

/** Clicks "I know this", which jumps to the build step. */
function jumpToBuildStep(): void {
	document.querySelector<HTMLElement>('.ways button')?.click();
}

/** Records in each frame what is on the screen. Runs before the page's own scripts. */
function recordVisitMarks(): void {
	if (window !== top) {
		const waitForShownPicture = (): void => {
			if (document.querySelector('canvas.shown') === null) requestAnimationFrame(waitForShownPicture);
			else window.scenePictureAt = performance.timeOrigin + performance.now();
		};
		requestAnimationFrame(waitForShownPicture);
		return;
	}
	window.visitMarks = {};
	const conditions: Record<VisitMark, () => boolean> = {
		readable: () =>
			document.querySelector('.task h2') !== null &&
			document.querySelector('.editor pre .line')?.textContent !== undefined &&
			performance.getEntriesByName('first-contentful-paint').length > 0,
		editable: () => document.querySelector('.editor .frame.ready, .editor[data-ready]') !== null,
		// An early frame lies above the cover, so its scene is visible while the cover is still there.
		uncovered: () => {
			const frame = document.querySelector('.picture iframe');
			const cover = document.querySelector('.picture .cover');
			if (frame === null) return false;
			return cover === null || Number(getComputedStyle(frame.parentElement ?? frame).zIndex) > 0;
		},
		result: () => document.querySelector('.checks li.pass, .checks li.fail, .checks li.error') !== null
	};
	const setReachedMarks = (): void => {
		for (const name of Object.keys(conditions) as (keyof typeof conditions)[]) {
			if (window.visitMarks[name] !== undefined || !conditions[name]()) continue;
			window.visitMarks[name] = performance.now();
		}
		requestAnimationFrame(setReachedMarks);
	};
	requestAnimationFrame(setReachedMarks);
}
