/** Tests what the network does to traffic between browser and server. */
import { getLocale } from '#lib/paraglide/runtime.js';
import { decimal } from '#lib/ui/decimal.ts';
import type { Finding } from './probe.ts';

/** Milliseconds. The server sends events 400 ms apart: closer arrivals mean that a proxy held them back. */
const HELD_BACK = 200;
/** A first visit moves about 5 MB for each machine of a class; later lessons move little. */
const FAST = 4;
const SLOW = 0.5;
const MACHINE = '/machine';

export function events(signal: AbortSignal): Promise<Finding> {
	return new Promise((resolve, reject) => {
		const source = new EventSource(`${MACHINE}/events`);
		const arrived: number[] = [];
		const end = (finding: Finding) => {
			source.close();
			resolve(finding);
		};
		source.onmessage = () => {
			arrived.push(performance.now());
			if (arrived.length < 3) return;
			const apart = Math.round(((arrived[2] ?? 0) - (arrived[0] ?? 0)) / 2);
			end({
				grade: apart < HELD_BACK ? 'poor' : 'good',
				detail: `text/event-stream, ${apart} ms apart (sent 400 ms apart)`
			});
		};
		source.onerror = () =>
			end({ grade: 'bad', detail: `text/event-stream refused or cut after ${arrived.length} of 3 events` });
		signal.addEventListener('abort', () => {
			source.close();
			reject(signal.reason as Error);
		});
	});
}

export async function compression(signal: AbortSignal): Promise<Finding> {
	const address = new URL(`${MACHINE}/speed?text=${performance.now()}`, location.origin).href;
	const response = await fetch(address, { signal, cache: 'no-store' });
	if (!response.ok) return { grade: 'bad', detail: `HTTP ${response.status}` };
	await response.text();
	const encoding = response.headers.get('content-encoding') ?? 'none';
	// Only the sizes show whether an answer was compressed: the browser has already unpacked it.
	const entry = performance.getEntriesByName(address).find((one) => one instanceof PerformanceResourceTiming);
	const sizes = entry ? `${entry.encodedBodySize} of ${entry.decodedBodySize} bytes` : 'size unknown';
	const packed = entry ? entry.encodedBodySize < entry.decodedBodySize / 2 : encoding !== 'none';
	return { grade: packed ? 'good' : 'poor', detail: `content-encoding: ${encoding}, ${sizes}` };
}

export async function measureSpeed(signal: AbortSignal): Promise<Finding> {
	const response = await fetch(`${MACHINE}/speed`, { signal, cache: 'no-store' });
	if (!response.ok) return { grade: 'bad', detail: `HTTP ${response.status}` };
	const began = performance.now();
	const { byteLength } = await response.arrayBuffer();
	const megabits = (byteLength * 8) / 1000 / Math.max(1, performance.now() - began);
	const grade = megabits >= FAST ? 'good' : megabits >= SLOW ? 'poor' : 'bad';
	return { grade, detail: `${decimal(megabits, getLocale())} Mbit/s` };
}
