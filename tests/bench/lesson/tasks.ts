/** Measures a page's longest task in processor time, which does not depend on the machine's load. */
import type { Page } from 'playwright';

interface Traced {
	name: string;
	thread: string;
	/** Microseconds of processor time. */
	took: number;
}

/** Name of a mark by which the page's thread is found in the browser's trace. */
const MARK = 'braise-longest-task';

/** Returns milliseconds. A trace grows fast, so use this for a minute and not for a lesson. */
export async function measureLongestTask(page: Page, act: () => Promise<void>): Promise<number> {
	const browser = page.context().browser();
	if (browser === null) throw new Error('Only a browser that was launched can be traced.');
	const session = await browser.newBrowserCDPSession();
	const traceEvents: Traced[] = [];
	session.on('Tracing.dataCollected', ({ value }) => traceEvents.push(...value.flatMap(read)));
	const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
	await session.send('Tracing.start', {
		transferMode: 'ReportEvents',
		traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] }
	});
	await page.evaluate((name) => performance.mark(name), MARK);
	await act();
	await session.send('Tracing.end');
	await complete;
	await session.detach();
	const own = traceEvents.find(({ name }) => name === MARK)?.thread;
	const tasks = traceEvents.filter(({ name, thread }) => thread === own && name.endsWith('RunTask'));
	if (tasks.length === 0) throw new Error('The trace holds no task of the page.');
	return Math.round(tasks.reduce((longest, { took }) => Math.max(longest, took), 0) / 1000);
}

function read(event: object): Traced[] {
	const { name, pid, tid, tdur = 0 } = event as Record<string, unknown>;
	return typeof name === 'string' && typeof tdur === 'number' ? [{ name, thread: `${pid} ${tid}`, took: tdur }] : [];
}
