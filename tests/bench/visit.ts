/** One visit to the workbench, from the address to the first edit's result, as a person would do it. */
import type { BrowserContext, CDPSession, Page } from 'playwright';

/** Milliseconds from the start of the navigation. */
export interface Visit {
	readable: number;
	scene: number;
	editable: number;
	result: number;
	/** To the browser, until nothing moved any more: all it fetched for one visit, headers included. */
	bytes: number;
	/** The part of it that had moved when the first edit's result was there. */
	bytesAtResult: number;
}

export interface VisitOptions {
	context: BrowserContext;
	address: string;
	/** How many times slower the processor is for pages and frames; workers keep their speed: the browser offers no more. */
	slowdown: number;
	/** Bytes that moved since the last call. */
	taken(): number;
	/** Something asked for is not there yet. */
	isWaiting?(): boolean;
	/** Milliseconds in which nothing moves, and the visit is over. */
	calm?: number;
	/** Milliseconds after which nothing more is expected. */
	patience?: number;
}

declare global {
	interface Window {
		marks: Partial<Record<'readable' | 'scene' | 'editable' | 'result', number>>;
	}
}

const PATIENCE = 60_000;
/** Nothing has moved for so long: the visit is over. */
const CALM = 1500;

export async function visit(options: VisitOptions): Promise<Visit> {
	const { context, address, slowdown, taken, patience = PATIENCE } = options;
	const page = await context.newPage();
	try {
		await slowDown(page, slowdown);
		// What runs these files keeps the names of functions by a helper, which a page does not have.
		await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
		await page.addInitScript(watch);
		taken();
		// What a person does next does not wait for everything to be there.
		await page.goto(address, { waitUntil: 'commit', timeout: patience });
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
		const { readable = NaN, scene = NaN, editable = NaN, result = NaN } = marks;
		return {
			readable,
			scene,
			editable,
			result,
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

export async function slowDown(page: Page, rate: number): Promise<void> {
	if (rate === 1) return;
	await throttle(await page.context().newCDPSession(page), rate);
	// The frame of another host is a process of its own.
	page.on('frameattached', (frame) => {
		void page
			.context()
			.newCDPSession(frame)
			.then((session) => throttle(session, rate))
			// One that shares the page's process is slowed with it.
			.catch(() => undefined);
	});
}

async function throttle(session: CDPSession, rate: number): Promise<void> {
	await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Asked again and again by `evaluate`: the page's policy forbids what Playwright's own waiting would evaluate. */
async function mark(page: Page, name: keyof Window['marks'], patience: number): Promise<void> {
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

/** "I know this": straight to the step in which code is written. */
function jump(): void {
	document.querySelector<HTMLElement>('.ways button')?.click();
}

/** Notes at each frame what a person would see in it. Runs before the page's own scripts. */
function watch(): void {
	if (window !== top) return;
	window.marks = {};
	const found: Record<keyof Window['marks'], () => boolean> = {
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
		for (const name of Object.keys(found) as (keyof Window['marks'])[]) {
			if (window.marks[name] === undefined && found[name]()) window.marks[name] = performance.now();
		}
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}
