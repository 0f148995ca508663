import type { Page, CDPSession } from 'playwright';
import { measureBrowserMemory, type MemoryUse } from '../memory.ts';

interface TracedTask {
	name: string;
	thread: string;
	/** Microseconds of processor time. */
	duration: number;
}

/** Name of a mark by which the page's thread is found in the browser's trace. */
const THREAD_TRACE_MARK = 'braise-longest-task';

/** Returns the milliseconds of the longest task. A trace grows fast, so use this for a minute and not for a lesson. */
export async function measureLongestTask(page: Page, act: () => Promise<void>): Promise<number> {
	const browser = page.context().browser();
	if (browser === null) throw new Error('Only a browser that was launched can be traced.');
	const session = await browser.newBrowserCDPSession();
	const traceEvents: TracedTask[] = [];
	session.on('Tracing.dataCollected', ({ value }) => traceEvents.push(...value.flatMap(readTracedTask)));
	const tracingComplete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
	await session.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] }
	});
	await page.evaluate((name) => performance.mark(name), THREAD_TRACE_MARK);
	await act();
	await session.send('Tracing.end');
	await tracingComplete;
	await session.detach();
	const pageThread = traceEvents.find(({ name }) => name === THREAD_TRACE_MARK)?.thread;
	const tasks = traceEvents.filter(({ name, thread }) => thread === pageThread && name.endsWith('RunTask'));
	if (tasks.length === 0) throw new Error('The trace holds no task of the page.');
	return Math.round(tasks.reduce((longest, { duration }) => Math.max(longest, duration), 0) / 1000);
}

function readTracedTask(event: object): TracedTask[] {
	const { name, pid, tid, tdur = 0 } = event as Record<string, unknown>;
	return typeof name === 'string' && typeof tdur === 'number'
		? [{ name, thread: `${pid} ${tid}`, duration: tdur }]
		: [];
}

export interface HeldResources extends MemoryUse {
	workers: number;
	frames: number;
}

export type ResourceGrowth = Record<keyof HeldResources, number | null>;

/** Milliseconds without a change after which workers in reserve are ready and ended workers are gone. */
const MILLISECONDS_WITHOUT_CHANGE = 1000;

export async function measureHeldResources(page: Page, session: CDPSession): Promise<HeldResources> {
	for (let since = performance.now(), countsSeen = ''; performance.now() - since < MILLISECONDS_WITHOUT_CHANGE;) {
		const now = `${page.workers().length} ${page.frames().length}`;
		if (now !== countsSeen) since = performance.now();
		countsSeen = now;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return {
		...(await measureBrowserMemory(session, process.pid)),
		workers: page.workers().length,
		frames: page.frames().length
	};
}

export function resourceGrowthOf(before: HeldResources, after: HeldResources): ResourceGrowth {
	const growthFactorOf = (name: keyof HeldResources) => {
		const [was, is] = [before[name], after[name]];
		return was === null || is === null ? null : Number((is / was).toFixed(2));
	};
	return {
		heap: growthFactorOf('heap'),
		processes: growthFactorOf('processes'),
		nodes: growthFactorOf('nodes'),
		listeners: growthFactorOf('listeners'),
		workers: growthFactorOf('workers'),
		frames: growthFactorOf('frames')
	};
}

declare global {
	interface Window {
		takeLongestStall?: () => number;
	}
}

export async function watchEventLoopStalls(page: Page): Promise<void> {
	// Defines the helper that tsx may wrap functions in, because the page does not have it.
	await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
	await page.addInitScript(recordLongestStall);
}

export function takeLongestStall(page: Page): Promise<number> {
	return page.evaluate(() => window.takeLongestStall?.() ?? NaN);
}

/** Watches the event loop. Runs before the page's own scripts. */
function recordLongestStall(): void {
	if (window !== top) return;
	let longestStall = 0;
	let lastTurn = performance.now();
	const turnChannel = new MessageChannel();
	turnChannel.port1.onmessage = () => {
		const now = performance.now();
		longestStall = Math.max(longestStall, now - lastTurn);
		lastTurn = now;
		// Waits a moment, so that the measurement does not keep the page busy.
		setTimeout(() => turnChannel.port2.postMessage(null), 1);
	};
	turnChannel.port2.postMessage(null);
	window.takeLongestStall = () => {
		const stall = longestStall;
		longestStall = 0;
		return stall;
	};
}
