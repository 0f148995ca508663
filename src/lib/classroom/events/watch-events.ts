/** Watches the server's events while the page is visible. */
import * as v from 'valibot';

interface Heard {
	hear(event: string, data: unknown): void;
	/** Called when access has ended: the page must be reloaded. */
	ended(): void;
}

/** Milliseconds without an event after which a stream counts as broken: the server sends one every fifteen seconds. */
const SILENCE = 40_000;
/** Milliseconds to wait for a stream's first event: a proxy that buffers streams lets none through. */
const FIRST = 6_000;
const ASK_EVERY = 5_000;
/** Milliseconds of polling after which a stream is tried again, because the network may have changed. */
const ASK_FOR = 120_000;
/** Consecutive streams without an event after which polling begins. */
const MOST_FAILURES = 3;

const Picture = v.array(v.tuple([v.string(), v.unknown()]));

/**
 * Streams events, or polls where streams fail, and returns a function that stops. Hidden pages hold no stream, since browsers allow six
 * connections per host. Each stream begins with the full state.
 */
export function watchEvents(address: string, watcher: Heard, names: readonly string[]): () => void {
	let source: EventSource | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let failures = 0;
	let over = false;
	/** Number of the present stream, by which events of an older one are recognised and dropped. */
	let turn = 0;

	function stop(): void {
		turn += 1;
		source?.close();
		source = undefined;
		clearTimeout(timer);
	}

	function end(): void {
		stop();
		over = true;
		document.removeEventListener('visibilitychange', restart);
	}

	function restart(): void {
		stop();
		failures = 0;
		if (document.visibilityState === 'visible' && !over) open();
	}

	function open(): void {
		stop();
		const stream = new EventSource(address);
		source = stream;
		quietFor(FIRST);
		for (const name of [...names, 'beat']) {
			stream.addEventListener(name, ({ data }: MessageEvent<string>) => {
				failures = 0;
				quietFor(SILENCE);
				const parsedData = parse(data);
				if (name !== 'beat' && parsedData !== undefined) watcher.hear(name, parsedData.value);
			});
		}
		stream.addEventListener('ended', () => {
			end();
			watcher.ended();
		});
		// After an error the browser reconnects by itself, unless the answer was no stream.
		stream.addEventListener('error', () => {
			if (stream.readyState === EventSource.CLOSED) retry();
		});
	}

	function quietFor(milliseconds: number): void {
		clearTimeout(timer);
		timer = setTimeout(retry, milliseconds);
	}

	function retry(): void {
		failures += 1;
		if (failures >= MOST_FAILURES) return void ask(performance.now() + ASK_FOR);
		// Wait a random time, because the whole class may be reconnecting.
		stop();
		timer = setTimeout(open, 500 + Math.random() * 1000);
	}

	async function ask(until: number): Promise<void> {
		stop();
		const requestTurn = turn;
		const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => undefined);
		const picture = answer?.ok ? v.safeParse(Picture, await answer.json().catch(() => undefined)) : undefined;
		if (requestTurn !== turn) return;
		if (answer && [401, 403, 404].includes(answer.status)) {
			end();
			return watcher.ended();
		}
		if (picture?.success) for (const [name, data] of picture.output) if (names.includes(name)) watcher.hear(name, data);
		const isTime = performance.now() > until;
		// One more failure goes back to polling: one stream is enough to see whether events get through now.
		if (isTime) failures = MOST_FAILURES - 1;
		timer = setTimeout(() => (isTime ? open() : void ask(until)), ASK_EVERY);
	}

	document.addEventListener('visibilitychange', restart);
	restart();
	return end;
}

function parse(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}
