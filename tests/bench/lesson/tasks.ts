/** Measures a page's longest task in processor time, which does not depend on the machine's load. */
import type { Page } from 'playwright';

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
