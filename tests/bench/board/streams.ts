/** Readers of server-sent events, as many as a school has browsers, in one process: what a browser would draw is not done here. */
import { Agent, get, request } from 'node:http';

export interface Heard {
	name: string;
	data: unknown;
	/** Milliseconds, by `performance.now()`. */
	at: number;
}

export interface Stream {
	close(): void;
}

/** Thousands of connections, and none waits for another. */
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Resolves when the first event has come: from then on this one is told of everything. */
export function listen(address: string, cookie: string, heard: (event: Heard) => void): Promise<Stream> {
	return new Promise((resolve, reject) => {
		const asked = get(address, { agent, headers: { cookie, accept: 'text/event-stream' } }, (response) => {
			if (response.statusCode !== 200) return reject(new Error(`${address} answered ${response.statusCode}.`));
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (piece: string) => {
				const at = performance.now();
				text += piece;
				const blocks = text.split('\n\n');
				text = blocks.pop() ?? '';
				for (const block of blocks) {
					const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
					if (name === undefined || data === undefined) continue;
					heard({ name, data: JSON.parse(data), at });
					resolve({ close: () => asked.destroy() });
				}
			});
			response.on('error', () => undefined);
		});
		asked.on('error', reject);
	});
}

/** Resolves to the status. */
export function put(address: string, headers: Record<string, string>, body: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const sent = request(address, {
			agent,
			method: 'PUT',
			headers: { ...headers, 'content-type': 'application/json' }
		});
		sent.on('error', reject);
		sent.on('response', (response) => {
			response.resume();
			response.on('end', () => resolve(response.statusCode ?? 0));
		});
		sent.end(body);
	});
}

/** In groups: a queue of new connections is not what is measured. */
export async function openAll(openers: (() => Promise<Stream>)[]): Promise<Stream[]> {
	const AT_ONCE = 40;
	const open: Stream[] = [];
	for (let at = 0; at < openers.length; at += AT_ONCE) {
		open.push(...(await Promise.all(openers.slice(at, at + AT_ONCE).map((opener) => opener()))));
	}
	return open;
}
