/** Measures one visit to the workbench, until its scene runs or until the first edit's result. */
import type { BrowserContext, CDPSession, Page } from 'playwright';

/** Milliseconds since the navigation began. */
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
	taken(): number;
	/** Returns whether an answer is still awaited. */
	isWaiting?(): boolean;
	/** Milliseconds without traffic after which the visit is over. */
	calm?: number;
	/** Upper limit of milliseconds to wait for each part of the visit. */
	patience?: number;
}

declare global {
	interface Window {
		marks: Partial<Record<'readable' | 'scene' | 'editable' | 'result' | 'files', number>>;
	}
}

const PATIENCE = 60_000;
/** Milliseconds without traffic after which the visit is over. */
const CALM = 1500;

/** Opens the page without an edit, which would start the scene again. */
export async function measureSceneVisit(options: VisitOptions): Promise<Pick<VisitTimes, 'scene' | 'files'>> {
	const page = await options.context.newPage();
	try {
		await openPage(page, options);
		await mark(page, 'scene', options.patience);
		const { scene = NaN, files = NaN } = await page.evaluate(() => window.marks);
		await untilCalm(options);
		return { scene, files };
	} finally {
		await page.close();
	}
}

async function openPage(page: Page, { address, slowdown, taken, patience = PATIENCE }: VisitOptions): Promise<void> {
	await slowDownProcessor(page, slowdown);
	// tsx wraps functions in a helper that the page does not have.
	await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
	await page.addInitScript(watch);
	taken();
	// Does not wait until the whole page has loaded, because a person does not either.
	await page.goto(address, { waitUntil: 'commit', timeout: patience });
}

export async function measureVisit(options: VisitOptions): Promise<VisitTimes> {
	const { context, taken, patience = PATIENCE } = options;
	const page = await context.newPage();
	try {
		await openPage(page, options);
		await mark(page, 'editable', patience);
		await page.evaluate(jump);
		await editorOpens(page);
		await page.keyboard.press('Control+End');
		await page.keyboard.type(' ');
		await page.keyboard.press('Control+Enter');
		await mark(page, 'result', patience);
		const bytesAtResult = taken();
		await mark(page, 'scene', patience);
		const marks = await page.evaluate(() => window.marks);
		const { readable = NaN, scene = NaN, editable = NaN, result = NaN, files = NaN } = marks;
		return {
			readable,
			scene,
			editable,
			result,
			files,
			bytesAtResult,
			bytes: bytesAtResult + (await untilCalm(options))
		};
	} finally {
		await page.close();
	}
}

async function untilCalm({ taken, isWaiting, calm = CALM, patience = PATIENCE }: VisitOptions): Promise<number> {
	const until = performance.now() + patience;
	let all = 0;
	for (;;) {
		await new Promise((resolve) => setTimeout(resolve, calm));
		const more = taken();
		if (more === 0 && (!isWaiting?.() || performance.now() > until)) return all;
		all += more;
	}
}

export async function slowDownProcessor(page: Page, rate: number): Promise<void> {
	if (rate === 1) return;
	await throttle(await page.context().newCDPSession(page), rate);
	// The frame of another host runs in a process of its own, which is slowed separately.
	page.on('frameattached', (frame) => {
		void page
			.context()
			.newCDPSession(frame)
			.then((session) => throttle(session, rate))
			// The frame is in the page's process, and is slowed with the page.
			.catch(() => undefined);
	});
}

async function throttle(session: CDPSession, rate: number): Promise<void> {
	await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/**
 * Waits until a mark is set. Asks with `evaluate` again and again, because the page's policy forbids the code with which Playwright
 * itself would wait.
 */
async function mark(page: Page, name: keyof Window['marks'], patience = PATIENCE): Promise<void> {
	const until = performance.now() + patience;
	while (!(await page.evaluate((wanted) => window.marks[wanted] !== undefined, name))) {
		if (performance.now() > until) throw new Error(`Never ${name}: ${page.url()}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

async function editorOpens(page: Page): Promise<void> {
	await page.locator('[data-step="build"]').waitFor({ timeout: PATIENCE });
	await page.evaluate(() => document.querySelector<HTMLElement>('.editor textarea, .editor [role="textbox"]')?.focus());
}

/** Clicks "I know this", which jumps to the build step. */
function jump(): void {
	document.querySelector<HTMLElement>('.ways button')?.click();
}

/** Records in each frame what is on the screen. Runs before the page's own scripts. */
function watch(): void {
	if (window !== top) return;
	window.marks = {};
	const conditions: Record<'readable' | 'scene' | 'editable' | 'result', () => boolean> = {
		readable: () =>
			document.querySelector('.task h2') !== null &&
			document.querySelector('.editor pre .line')?.textContent !== undefined &&
			performance.getEntriesByName('first-contentful-paint').length > 0,
		editable: () => document.querySelector('.editor .frame.ready, .editor[data-ready]') !== null,
		scene: () =>
			document.querySelector('.picture iframe') !== null && document.querySelector('.picture .cover') === null,
		result: () => document.querySelector('.checks li.pass, .checks li.fail, .checks li.error') !== null
	};
	const look = (): void => {
		for (const name of Object.keys(conditions) as (keyof typeof conditions)[]) {
			if (window.marks[name] !== undefined || !conditions[name]()) continue;
			window.marks[name] = performance.now();
			if (name === 'scene') window.marks.files = performance.getEntriesByType('resource').length + 1;
		}
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}
