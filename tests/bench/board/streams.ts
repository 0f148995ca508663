/** Reads the event streams of a whole school in one process, without drawing anything. */
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

/** No limit on connections, so that none waits for another. */
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Resolves after the first event: from then on this reader gets every event. */
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

/** Opens streams in groups, because a queue of new connections is not measured here. */
export async function openAll(openers: (() => Promise<Stream>)[]): Promise<Stream[]> {
	const AT_ONCE = 40;
	const open: Stream[] = [];
	for (let at = 0; at < openers.length; at += AT_ONCE) {
		open.push(...(await Promise.all(openers.slice(at, at + AT_ONCE).map((opener) => opener()))));
	}
	return open;
}
