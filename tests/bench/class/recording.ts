/** Records the requests of one first visit, and their times. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export interface Asked {
	/** The host of the app or of the frame. */
	host: string;
	path: string;
	headers: IncomingHttpHeaders;
	/** The request whose answer had arrived last when this one was sent; absent before any answer. */
	after?: number;
	/** Milliseconds since that answer: the browser's work and the person's pause. */
	pause: number;
	/** 0 when the browser cancelled the request before an answer. */
	status: number;
	/** The browser cancelled the request at its first bytes or before. */
	left?: true;
}

/** Headers that name a port or belong to the connection. */
const OWN = ['host', 'connection', 'origin', 'referer', 'if-none-match'];

export class Recording {
	readonly #asked: Asked[] = [];
	readonly #began = performance.now();
	#last: { request: number; at: number } | undefined;
	readonly #waiting = new Set<Asked>();

	note(request: IncomingMessage): (status: number, whole: boolean) => void {
		if (request.method !== 'GET')
			throw new Error(`A first visit that sends something: ${request.method} ${request.url}`);
		const number = this.#asked.length;
		const asked: Asked = {
			host: (request.headers.host ?? '').replace(/:\d+$/, ''),
			path: request.url ?? '/',
			headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !OWN.includes(name))),
			...(this.#last && { after: this.#last.request }),
			pause: performance.now() - (this.#last?.at ?? this.#began),
			status: 0
		};
		this.#asked.push(asked);
		this.#waiting.add(asked);
		return (status, whole) => {
			this.#waiting.delete(asked);
			asked.status = status;
			if (!whole) asked.left = true;
			if (status === 0) return;
			this.#last = { request: number, at: performance.now() };
		};
	}

	/** Whether an answer is outstanding: a slow server does not end the visit. */
	get isWaiting(): boolean {
		return this.#waiting.size > 0;
	}

	/** Returns the requests in order, once the browser is closed. The first has no `after`. */
	end(): Asked[] {
		const waiting = [...this.#waiting].map(({ host, path }) => host + path);
		if (waiting.length > 0) throw new Error(`Never answered: ${waiting.join(', ')}.`);
		return this.#asked.map((asked) => (asked.after === undefined ? { ...asked, pause: 0 } : asked));
	}
}
