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
	status: number;
	/** The browser left it after its first bytes. */
	left?: true;
}

/** What names a port, or belongs to the connection. */
const OWN = ['host', 'connection', 'origin', 'referer', 'if-none-match'];

export class Recording {
	readonly #asked: Asked[] = [];
	readonly #began = performance.now();
	#last: { request: number; at: number } | undefined;

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
		return (status, whole) => {
			asked.status = status;
			if (!whole) asked.left = true;
			this.#last = { request: number, at: performance.now() };
		};
	}

	/** In the order in which they were made. The first one waits for nobody. */
	end(): Asked[] {
		const whole = this.#asked.filter(({ status }) => status !== 0);
		if (whole.length !== this.#asked.length) throw new Error('The visit was over before its last answer.');
		return whole.map((asked) => (asked.after === undefined ? { ...asked, pause: 0 } : asked));
	}
}
