/** What a browser asks for in one first visit, and when: noted between it and the line. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export interface Asked {
	/** The app's name, or that of the frame's host. */
	host: string;
	path: string;
	headers: IncomingHttpHeaders;
	/** The request whose answer had come last when this one was made; absent: none had. */
	after?: number;
	/** How long after that, in milliseconds: the processor's part of it, and the person's. */
	pause: number;
	/** 0: the browser called it off before it was answered. */
	status: number;
	/** The browser left it after its first bytes, or before. */
	left?: true;
}

/** What names a port, or belongs to the connection. */
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

	/** Something was asked for and is not there yet: a slow server is not the end of a visit. */
	get isWaiting(): boolean {
		return this.#waiting.size > 0;
	}

	/** Once the browser is closed: in the order in which they were made. The first one waits for nobody. */
	end(): Asked[] {
		const waiting = [...this.#waiting].map(({ host, path }) => host + path);
		if (waiting.length > 0) throw new Error(`Never answered: ${waiting.join(', ')}.`);
		return this.#asked.map((asked) => (asked.after === undefined ? { ...asked, pause: 0 } : asked));
	}
}
