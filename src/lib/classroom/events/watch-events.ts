/** Watches the server's events while the page is visible. */
import * as v from 'valibot';

interface EventWatcher {
	onEvent(event: string, data: unknown): void;
	/** Called when the person has lost access: the page must be reloaded. */
	onEnd(): void;
}

/** Milliseconds without an event after which a stream counts as broken: the server sends one every fifteen seconds. */
const BROKEN_STREAM_MILLISECONDS = 40_000;
/** Milliseconds to wait for a stream's first event, which a buffering proxy would hold back. */
const FIRST_EVENT_WAIT_MILLISECONDS = 6_000;
const POLL_PAUSE_MILLISECONDS = 5_000;
/** Milliseconds of polling after which an event stream is tried again, because the network may have changed. */
const POLLING_PHASE_MILLISECONDS = 120_000;
/** Number of consecutive event streams without an event after which polling begins. */
const MOST_FAILED_STREAMS = 3;

const polledEventsSchema = v.array(v.tuple([v.string(), v.unknown()]));

/**
 * Streams the server's events, or polls for them where streams fail; returns a function that stops. A hidden page closes its
 * stream, since browsers allow six connections per host. Each stream begins with the full state.
 */
export function watchEvents(address: string, watcher: EventWatcher, names: readonly string[]): () => void {
	let eventSource: EventSource | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let failures = 0;
	let isOver = false;
	/** Number of stops so far, by which the answer to a poll that began before the latest stop is ignored. */
	let streamNumber = 0;

	function stop(): void {
		streamNumber += 1;
		eventSource?.close();
		eventSource = undefined;
		clearTimeout(timer);
	}

	function end(): void {
		stop();
		isOver = true;
		document.removeEventListener('visibilitychange', restart);
	}

	function restart(): void {
		stop();
		failures = 0;
		if (document.visibilityState === 'visible' && !isOver) open();
	}

	function open(): void {
		stop();
		const stream = new EventSource(address);
		eventSource = stream;
		limitSilence(FIRST_EVENT_WAIT_MILLISECONDS);
		for (const name of [...names, 'beat']) {
			stream.addEventListener(name, ({ data }: MessageEvent<string>) => {
				failures = 0;
				limitSilence(BROKEN_STREAM_MILLISECONDS);
				const parsedData = parseEventData(data);
				if (name !== 'beat' && parsedData !== undefined) watcher.onEvent(name, parsedData.value);
			});
		}
		stream.addEventListener('ended', () => {
			end();
			watcher.onEnd();
		});
		// After an error the browser reconnects by itself, unless the server's answer was not an event stream.
		stream.addEventListener('error', () => {
			if (stream.readyState === EventSource.CLOSED) retryLater();
		});
	}

	function limitSilence(milliseconds: number): void {
		clearTimeout(timer);
		timer = setTimeout(retryLater, milliseconds);
	}

	function retryLater(): void {
		failures += 1;
		if (failures >= MOST_FAILED_STREAMS) return void poll(performance.now() + POLLING_PHASE_MILLISECONDS);
		// Wait a random time, because the whole class may be reconnecting.
		stop();
		timer = setTimeout(open, 500 + Math.random() * 1000);
	}

	async function poll(until: number): Promise<void> {
		stop();
		const requestStreamNumber = streamNumber;
		const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined);
		const picture = answer?.ok
			? v.safeParse(polledEventsSchema, await answer.json().catch(() => undefined))
			: undefined;
		if (requestStreamNumber !== streamNumber) return;
		if (answer && [401, 403, 404].includes(answer.status)) {
			end();
			return watcher.onEnd();
		}
		if (picture?.success)
			for (const [name, data] of picture.output) if (names.includes(name)) watcher.onEvent(name, data);
		const isTime = performance.now() > until;
		// Let one more failure return to polling: a single stream shows whether events get through now.
		if (isTime) failures = MOST_FAILED_STREAMS - 1;
		timer = setTimeout(() => (isTime ? open() : void poll(until)), POLL_PAUSE_MILLISECONDS);
	}

	document.addEventListener('visibilitychange', restart);
	restart();
	return end;
}

function parseEventData(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}
