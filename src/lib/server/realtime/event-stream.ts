/** One reader of server-sent events. Whoever reads slower than there is to tell is cut off and comes again, to a fresh picture of everything. */

/** Bytes that may wait for one reader. */
const MOST_WAITING = 64 * 1024;
/** Milliseconds after which a browser comes again; each another, so that a class does not come all at once. */
const soon = (): number => 1000 + Math.round(Math.random() * 3000);

const text = new TextEncoder();

/** Made once, however many read it. */
export type Message = Uint8Array<ArrayBuffer>;

export function message(event: string, data: unknown): Message {
	return text.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

export class EventStream {
	readonly body: ReadableStream<Message>;
	readonly #gone: () => void;
	readonly #cut: () => void;
	#stream: ReadableStreamDefaultController<Message> | undefined;

	/** `gone`: nobody reads any more, once. `cut`: ends a connection that takes nothing. */
	constructor(gone: () => void, cut: () => void) {
		this.#gone = gone;
		this.#cut = cut;
		this.body = new ReadableStream<Message>(
			{
				start: (stream) => {
					this.#stream = stream;
					stream.enqueue(text.encode(`retry: ${soon()}\n\n`));
				},
				cancel: () => this.#leave()
			},
			{ highWaterMark: MOST_WAITING, size: (message) => message?.byteLength ?? 0 }
		);
	}

	/** False: the reader was cut off, or is gone. */
	send(message: Message): boolean {
		if (this.#stream === undefined) return false;
		if ((this.#stream.desiredSize ?? 0) > 0) {
			this.#stream.enqueue(message);
			return true;
		}
		this.#stream.error(new Error('Too slow.'));
		this.#leave();
		this.#cut();
		return false;
	}

	/** After what was sent last. */
	end(): void {
		this.#stream?.close();
		this.#leave();
	}

	#leave(): void {
		if (this.#stream === undefined) return;
		this.#stream = undefined;
		this.#gone();
	}
}

export function streamed({ body }: EventStream): Response {
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			// For proxies: not to be kept, not to be packed, not to be held until there is more.
			'cache-control': 'no-store, no-transform',
			'x-accel-buffering': 'no'
		}
	});
}
