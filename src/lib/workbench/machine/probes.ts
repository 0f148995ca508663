import { openStorage } from '#lib/storage/open.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { formatDecimal } from '#lib/ui/format-number.ts';
import { createCompiler, createStage } from '#sandbox/index.ts';

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

/** Milliseconds to start and compile one line: a slower compiler makes a slow lesson. */
const SLOW_COMPILER_MS = 15_000;
const LITTLE_STORAGE_BYTES = 50_000_000;

/** Tests the compiler in its worker, because the app's own pages may not compile WebAssembly. */
export async function probeCompiler(signal: AbortSignal): Promise<ProbeFinding> {
	if (typeof WebAssembly !== 'object') return { grade: 'bad', detail: 'WebAssembly is absent' };
	const compiler = createCompiler();
	signal.addEventListener('abort', () => compiler.dispose());
	const startedAt = performance.now();
	const compilation = await compiler.compile({
		files: { 'main.ts': 'export const answer: number = 1;' },
		program: 'main.ts',
		checks: []
	});
	const seconds = (performance.now() - startedAt) / 1000;
	const detail = `worker and compiler, ${formatDecimal(seconds, getLocale())} s`;
	if (compilation.kind !== 'bundle') return { grade: 'bad', detail: `compiler answered ${compilation.kind}` };
	return { grade: seconds * 1000 > SLOW_COMPILER_MS ? 'poor' : 'good', detail };
}

/**
 * Creates the probe of the sandbox's frame. It tries each address, so that the administrator reads which ones are blocked; one
 * that answers is enough.
 */
export const createFrameProbe =
	(element: HTMLElement, shellAddresses: string[], title: string) =>
	async (signal: AbortSignal): Promise<ProbeFinding> => {
		const answeringShells: string[] = [];
		const blockedShells: string[] = [];
		for (const shell of shellAddresses) {
			const stage = createStage({ element, shellAddresses: [shell], title });
			const disposeStage = () => stage.dispose();
			signal.addEventListener('abort', disposeStage);
			await stage.ready.then(
				() => answeringShells.push(shell),
				() => blockedShells.push(shell)
			);
			signal.removeEventListener('abort', disposeStage);
			disposeStage();
		}
		const shellAnswers = [
			...answeringShells.map((shell) => `${shell}: answers`),
			...blockedShells.map((shell) => `${shell}: blocked`)
		];
		const grade = answeringShells.length === 0 ? 'bad' : answeringShells[0] === shellAddresses[0] ? 'good' : 'poor';
		return { grade, detail: shellAnswers.join('; ') };
	};

export async function probeStorage(): Promise<ProbeFinding> {
	const workStorage = await openStorage();
	const isKept = workStorage.persistence.kind === 'kept';
	workStorage.close();
	if (!isKept) return { grade: 'bad', detail: 'IndexedDB is refused: work is lost when the tab is closed' };
	// Over plain http `navigator.storage` is absent: then only the size of the storage stays unknown.
	const estimate = await navigator.storage?.estimate?.();
	if (estimate === undefined) return { grade: 'good', detail: 'IndexedDB' };
	const freeBytes = (estimate.quota ?? 0) - (estimate.usage ?? 0);
	return {
		grade: freeBytes < LITTLE_STORAGE_BYTES ? 'poor' : 'good',
		detail: `IndexedDB, ${Math.round(freeBytes / 1_000_000)} MB free`
	};
}

export const MACHINE_QUESTIONS = ['compiler', 'frame', 'storage', 'events', 'compression', 'speed'] as const;
export type MachineQuestion = (typeof MACHINE_QUESTIONS)[number];

/** Grade of a finding. `poor`: Braise runs with a limitation. `bad`: a lesson would not work. */
export type ProbeGrade = 'good' | 'poor' | 'bad';

export interface ProbeFinding {
	grade: ProbeGrade;
	/** Names and figures for the network's administrator, the same in every language. */
	detail: string;
}

export type MachineProbe = (signal: AbortSignal) => Promise<ProbeFinding>;

/** Runs one probe of this machine or its network. One that takes longer than `limitMs` milliseconds gets the grade `bad`. */
export async function runProbe(probe: MachineProbe, limitMs: number): Promise<ProbeFinding> {
	const abortController = new AbortController();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeoutFinding = new Promise<ProbeFinding>((resolve) => {
		timer = setTimeout(() => resolve({ grade: 'bad', detail: `no answer in ${limitMs / 1000} s` }), limitMs);
	});
	try {
		return await Promise.race([probe(abortController.signal), timeoutFinding]);
	} catch (error) {
		return { grade: 'bad', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
	} finally {
		clearTimeout(timer);
		abortController.abort();
	}
}
