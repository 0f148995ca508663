import * as v from 'valibot';

interface EventWatcher {
	onEvent(event: string, data: unknown): void;
	/** Called when the person has lost access: the page must be reloaded. */
	onEnd(): void;
}

/** Milliseconds without an event after which a stream counts as broken: the server sends one every fifteen seconds. */
const LONGEST_STREAM_SILENCE_MILLISECONDS = 40_000;
/** Milliseconds to wait for a stream's first event, which a buffering proxy would hold back. */
const FIRST_EVENT_WAIT_MILLISECONDS = 6_000;
const POLL_INTERVAL_MILLISECONDS = 5_000;
/** Milliseconds of polling after which an event stream is tried again, because the network may have changed. */
const POLLING_BEFORE_STREAM_RETRY_MILLISECONDS = 120_000;
/** Number of consecutive event streams without an event after which polling begins. */
const FAILED_STREAMS_BEFORE_POLLING = 3;

const polledEventsSchema = v.array(v.tuple([v.string(), v.unknown()]));

/** A hidden page closes its stream: browsers allow six connections per host. Each stream begins with the full state. */
export function watchEvents(address: string, watcher: EventWatcher, names: readonly string[]): () => void {
	let eventSource: EventSource | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let failures = 0;
	let isOver = false;
	/** Number of stops so far, by which the answer to a poll that began before the latest stop is ignored. */
	let streamNumber = 0;

	function stopStreamAndTimer(): void {
		streamNumber += 1;
		eventSource?.close();
		eventSource = undefined;
		clearTimeout(timer);
	}

	function endWatching(): void {
		stopStreamAndTimer();
		isOver = true;
		document.removeEventListener('visibilitychange', restartIfVisible);
	}

	function restartIfVisible(): void {
		stopStreamAndTimer();
		failures = 0;
		if (document.visibilityState === 'visible' && !isOver) openStream();
	}

	function openStream(): void {
		stopStreamAndTimer();
		const stream = new EventSource(address);
		eventSource = stream;
		retryAfterSilence(FIRST_EVENT_WAIT_MILLISECONDS);
		for (const name of [...names, 'beat']) {
			stream.addEventListener(name, ({ data }: MessageEvent<string>) => {
				failures = 0;
				retryAfterSilence(LONGEST_STREAM_SILENCE_MILLISECONDS);
				const parsedData = parseEventData(data);
				if (name !== 'beat' && parsedData !== undefined) watcher.onEvent(name, parsedData.value);
			});
		}
		stream.addEventListener('ended', () => {
			endWatching();
			watcher.onEnd();
		});
		// After an error the browser reconnects by itself, unless the server's answer was not an event stream.
		stream.addEventListener('error', () => {
			if (stream.readyState === EventSource.CLOSED) retryOrPoll();
		});
	}

	function retryAfterSilence(milliseconds: number): void {
		clearTimeout(timer);
		timer = setTimeout(retryOrPoll, milliseconds);
	}

	function retryOrPoll(): void {
		failures += 1;
		if (failures >= FAILED_STREAMS_BEFORE_POLLING)
			return void pollForEvents(performance.now() + POLLING_BEFORE_STREAM_RETRY_MILLISECONDS);
		// Wait a random time, because the whole class may be reconnecting.
		stopStreamAndTimer();
		timer = setTimeout(openStream, 500 + Math.random() * 1000);
	}

	async function pollForEvents(until: number): Promise<void> {
		stopStreamAndTimer();
		const requestStreamNumber = streamNumber;
		const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined);
		const picture = answer?.ok
			? v.safeParse(polledEventsSchema, await answer.json().catch(() => undefined))
			: undefined;
		if (requestStreamNumber !== streamNumber) return;
		if (answer && [401, 403, 404].includes(answer.status)) {
			endWatching();
			return watcher.onEnd();
		}
		if (picture?.success)
			for (const [name, data] of picture.output) if (names.includes(name)) watcher.onEvent(name, data);
		const isTime = performance.now() > until;
		// Let one more failure return to polling: a single stream shows whether events get through now.
		if (isTime) failures = FAILED_STREAMS_BEFORE_POLLING - 1;
		timer = setTimeout(() => (isTime ? openStream() : void pollForEvents(until)), POLL_INTERVAL_MILLISECONDS);
	}

	document.addEventListener('visibilitychange', restartIfVisible);
	restartIfVisible();
	return endWatching;
}

function parseEventData(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}
