import type { Browser, Page } from 'playwright';
import * as v from 'valibot';

const TraceSchema = v.object({
	traceEvents: v.array(
		v.looseObject({
			name: v.string(),
			pid: v.number(),
			tid: v.number(),
			/** Microseconds of the thread's processor time. */
			tdur: v.optional(v.number()),
			args: v.optional(v.looseObject({ name: v.optional(v.unknown()) }))
		})
	)
});

/** Returns the milliseconds of processor time for each frame that a worker of the page drew in so many seconds. */
export async function measureFrameTimes(browser: Browser, page: Page, seconds: number): Promise<number[]> {
	await browser.startTracing(page, { categories: ['devtools.timeline'] });
	await page.waitForTimeout(seconds * 1000);
	const { traceEvents } = v.parse(TraceSchema, JSON.parse((await browser.stopTracing()).toString()));
	const threadKeyOf = ({ pid, tid }: { pid: number; tid: number }) => `${pid}/${tid}`;
	const workers = new Set(
		traceEvents
			.filter(({ name, args }) => name === 'thread_name' && String(args?.name).startsWith('DedicatedWorker'))
			.map(threadKeyOf)
	);
	return traceEvents
		.filter((event) => event.name === 'FireAnimationFrame' && workers.has(threadKeyOf(event)))
		.map(({ tdur = 0 }) => tdur / 1000)
		.filter((time) => time > 0);
}
