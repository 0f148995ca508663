/** Records the requests of one first visit, and their times. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export interface RecordedRequest {
	/** Host of the request: the app's or the frame's. */
	host: string;
	path: string;
	headers: IncomingHttpHeaders;
	/** Index of the request whose answer had arrived last when this one was sent; absent if there was none. */
	after?: number;
	/** Milliseconds since that answer, in which the browser worked or the person paused. */
	pause: number;
	/** Status of the answer; 0 when the browser cancelled the request before it. */
	status: number;
	/** True when the browser cancelled the request, at the answer's first bytes or before. */
	left?: true;
}

/** Headers that contain a port or belong to the connection, which are not replayed. */
const OWN = ['host', 'connection', 'origin', 'referer', 'if-none-match'];

export class Recording {
	readonly #asked: RecordedRequest[] = [];
	readonly #began = performance.now();
	#last: { request: number; at: number } | undefined;
	readonly #waiting = new Set<RecordedRequest>();

	recordRequest(request: IncomingMessage): (status: number, whole: boolean) => void {
		if (request.method !== 'GET')
			throw new Error(`A first visit that sends something: ${request.method} ${request.url}`);
		const number = this.#asked.length;
		const recordedRequest: RecordedRequest = {
			host: (request.headers.host ?? '').replace(/:\d+$/, ''),
			path: request.url ?? '/',
			headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !OWN.includes(name))),
			...(this.#last && { after: this.#last.request }),
			pause: performance.now() - (this.#last?.at ?? this.#began),
			status: 0
		};
		this.#asked.push(recordedRequest);
		this.#waiting.add(recordedRequest);
		return (status, whole) => {
			this.#waiting.delete(recordedRequest);
			recordedRequest.status = status;
			if (!whole) recordedRequest.left = true;
			if (status === 0) return;
			this.#last = { request: number, at: performance.now() };
		};
	}

	/** Whether an answer is still awaited. Then the visit goes on, even if the server is slow. */
	get isWaiting(): boolean {
		return this.#waiting.size > 0;
	}

	/** Returns the requests in order. Call it when the browser is closed. The first request has no `after`. */
	end(): RecordedRequest[] {
		const addresses = [...this.#waiting].map(({ host, path }) => host + path);
		if (addresses.length > 0) throw new Error(`Never answered: ${addresses.join(', ')}.`);
		return this.#asked.map((request) => (request.after === undefined ? { ...request, pause: 0 } : request));
	}
}
