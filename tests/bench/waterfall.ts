/** Traces one cold start of the workbench on a slow processor, to show where its time goes. */
import type { Browser } from 'playwright';
import { pauseForBrowserStart } from './browser.ts';
import { startServer } from './server.ts';
import { measureStartMoments } from './visit.ts';
import { readStartTrace } from './waterfall/read-trace.ts';
import type { WaterfallFigures } from './waterfall/format.ts';

const TRACE_CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', 'v8'];
const PROCESSOR_SLOWDOWN = 4;
/** Milliseconds that are shown after the scene runs and code can be edited. */
const MILLISECONDS_AFTER_START = 100;

export async function measureWaterfall(
	browser: Browser,
	firstPort: number,
	isTinyRun: boolean
): Promise<WaterfallFigures> {
	const server = await startServer(firstPort);
	if (!isTinyRun) await server.judgeReady;
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'fr-FR' });
	try {
		const address = `http://localhost:${server.port}/fr/challenges/horodateur`;
		// A first request has the server load the page's code, which is not the browser's time.
		await fetch(address);
		await context.newPage();
		await pauseForBrowserStart();
		await browser.startTracing(undefined, { categories: TRACE_CATEGORIES });
		const marks = await measureStartMoments({
			context,
			address,
			slowdown: PROCESSOR_SLOWDOWN,
			takeSentByteCount: () => 0
		});
		const trace: unknown = JSON.parse((await browser.stopTracing()).toString());
		const milliseconds = Math.max(marks.scene, marks.editable) + MILLISECONDS_AFTER_START;
		return {
			name: `localhost, processor ${PROCESSOR_SLOWDOWN}x slower, cold`,
			marks,
			...readStartTrace(trace, address, milliseconds)
		};
	} finally {
		await context.close();
		await server.close();
	}
}
