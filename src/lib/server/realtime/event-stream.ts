/** Upper limit of bytes that wait to be sent to one browser. When more wait, its connection is cut. */
const MOST_UNSENT_BYTES = 64 * 1024;
/** Returns after how many milliseconds a browser reconnects: a random time, so that a class does not reconnect all at once. */
const pickReconnectionMilliseconds = (): number => 1000 + Math.round(Math.random() * 3000);

const textEncoder = new TextEncoder();

export type StreamMessage = Uint8Array<ArrayBuffer>;

export function formatEventMessage(event: string, data: unknown): StreamMessage {
	return textEncoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** An event stream to one browser. A browser that reads too slowly is cut off; when it reconnects, it receives the whole state again. */
export class EventStream {
	readonly body: ReadableStream<StreamMessage>;
	readonly #onEnd: () => void;
	readonly #destroyConnection: () => void;
	#stream: ReadableStreamDefaultController<StreamMessage> | undefined;

	/** `onEnd` is called once, when the stream ends. `destroyConnection` is called to cut off a browser that reads too slowly. */
	constructor(onEnd: () => void, destroyConnection: () => void) {
		this.#onEnd = onEnd;
		this.#destroyConnection = destroyConnection;
		this.body = new ReadableStream<StreamMessage>(
			{
				start: (stream) => {
					this.#stream = stream;
					stream.enqueue(textEncoder.encode(`retry: ${pickReconnectionMilliseconds()}\n\n`));
				},
				cancel: () => this.#leave()
			},
			{ highWaterMark: MOST_UNSENT_BYTES, size: (message) => message?.byteLength ?? 0 }
		);
	}

	/** Returns false when the browser was cut off or has left. */
	send(message: StreamMessage): boolean {
		if (this.#stream === undefined) return false;
		if ((this.#stream.desiredSize ?? 0) > 0) {
			this.#stream.enqueue(message);
			return true;
		}
		this.#stream.error(new Error('Too slow.'));
		this.#leave();
		this.#destroyConnection();
		return false;
	}

	end(): void {
		this.#stream?.close();
		this.#leave();
	}

	#leave(): void {
		if (this.#stream === undefined) return;
		this.#stream = undefined;
		this.#onEnd();
	}
}

export function createStreamResponse({ body }: { body: ReadableStream }): Response {
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			// Tell proxies not to store, compress or buffer the stream.
			'cache-control': 'no-store, no-transform',
			'x-accel-buffering': 'no'
		}
	});
}
