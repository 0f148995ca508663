/** Probes what the network does to traffic between browser and server. */
import { getLocale } from '#lib/paraglide/runtime.js';
import { formatDecimal } from '#lib/ui/format-number.ts';
import type { ProbeFinding } from './probe.ts';

/** When two events arrive less than this many milliseconds apart, a proxy held them back: the server sends them 400 ms apart. */
const BUFFERED_EVENT_GAP_MS = 200;
/** Megabits per second that count as fast. A first visit moves about 5 MB for each machine of a class; later lessons move little. */
const FAST_MEGABITS_PER_SECOND = 4;
const SLOW_MEGABITS_PER_SECOND = 0.5;
const MACHINE_ROUTE = '/machine';

export function probeServerEvents(signal: AbortSignal): Promise<ProbeFinding> {
	return new Promise((resolve, reject) => {
		const eventSource = new EventSource(`${MACHINE_ROUTE}/events`);
		const arrivalTimes: number[] = [];
		const endProbe = (finding: ProbeFinding) => {
			eventSource.close();
			resolve(finding);
		};
		eventSource.onmessage = () => {
			arrivalTimes.push(performance.now());
			if (arrivalTimes.length < 3) return;
			const gapMs = Math.round(((arrivalTimes[2] ?? 0) - (arrivalTimes[0] ?? 0)) / 2);
			endProbe({
				grade: gapMs < BUFFERED_EVENT_GAP_MS ? 'poor' : 'good',
				detail: `text/event-stream, ${gapMs} ms apart (sent 400 ms apart)`
			});
		};
		eventSource.onerror = () =>
			endProbe({ grade: 'bad', detail: `text/event-stream refused or cut after ${arrivalTimes.length} of 3 events` });
		signal.addEventListener('abort', () => {
			eventSource.close();
			reject(signal.reason as Error);
		});
	});
}

export async function probeNetworkCompression(signal: AbortSignal): Promise<ProbeFinding> {
	const address = new URL(`${MACHINE_ROUTE}/speed?text=${performance.now()}`, location.origin).href;
	const response = await fetch(address, { signal, cache: 'no-store' });
	if (!response.ok) return { grade: 'bad', detail: `HTTP ${response.status}` };
	await response.text();
	const encoding = response.headers.get('content-encoding') ?? 'none';
	// Only the sizes before and after unpacking show whether an answer was compressed: the browser has already unpacked it.
	const resourceTiming = performance.getEntriesByName(address).find((one) => one instanceof PerformanceResourceTiming);
	const sizesText = resourceTiming
		? `${resourceTiming.encodedBodySize} of ${resourceTiming.decodedBodySize} bytes`
		: 'size unknown';
	const isCompressed = resourceTiming
		? resourceTiming.encodedBodySize < resourceTiming.decodedBodySize / 2
		: encoding !== 'none';
	return { grade: isCompressed ? 'good' : 'poor', detail: `content-encoding: ${encoding}, ${sizesText}` };
}

export async function probeNetworkSpeed(signal: AbortSignal): Promise<ProbeFinding> {
	const response = await fetch(`${MACHINE_ROUTE}/speed`, { signal, cache: 'no-store' });
	if (!response.ok) return { grade: 'bad', detail: `HTTP ${response.status}` };
	const startedAt = performance.now();
	const { byteLength } = await response.arrayBuffer();
	const megabitsPerSecond = (byteLength * 8) / 1000 / Math.max(1, performance.now() - startedAt);
	const grade =
		megabitsPerSecond >= FAST_MEGABITS_PER_SECOND
			? 'good'
			: megabitsPerSecond >= SLOW_MEGABITS_PER_SECOND
				? 'poor'
				: 'bad';
	return { grade, detail: `${formatDecimal(megabitsPerSecond, getLocale())} Mbit/s` };
}
