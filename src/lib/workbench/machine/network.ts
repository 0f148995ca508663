/** What the way to the server does to what is sent. */
import { getLocale } from '#lib/paraglide/runtime.js';
import { decimal } from '#lib/ui/decimal.ts';
import type { Finding } from './probe.ts';

/** Events are sent 400 ms apart: closer than this, something held them back and let them go together. */
const HELD_BACK = 200;
/** A second lesson moves little; a first visit moves about 5 MB, for each machine of a class. */
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
	// A compressed answer that was unpacked on the way keeps no trace of it but its size.
	const entry = performance.getEntriesByName(address).find((one) => one instanceof PerformanceResourceTiming);
	const sizes = entry ? `${entry.encodedBodySize} of ${entry.decodedBodySize} bytes` : 'size unknown';
	const packed = entry ? entry.encodedBodySize < entry.decodedBodySize / 2 : encoding !== 'none';
	return { grade: packed ? 'good' : 'poor', detail: `content-encoding: ${encoding}, ${sizes}` };
}

export async function speed(signal: AbortSignal): Promise<Finding> {
	const response = await fetch(`${MACHINE}/speed`, { signal, cache: 'no-store' });
	if (!response.ok) return { grade: 'bad', detail: `HTTP ${response.status}` };
	const began = performance.now();
	const { byteLength } = await response.arrayBuffer();
	const megabits = (byteLength * 8) / 1000 / Math.max(1, performance.now() - began);
	const grade = megabits >= FAST ? 'good' : megabits >= SLOW ? 'poor' : 'bad';
	return { grade, detail: `${decimal(megabits, getLocale())} Mbit/s` };
}
