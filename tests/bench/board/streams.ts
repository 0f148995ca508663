/** Reads the event streams of a whole school in one process, without showing anything. */
import { Agent, get, request } from 'node:http';

export interface StreamEvent {
	name: string;
	data: unknown;
	/** Moment of arrival, in milliseconds of `performance.now()`. */
	arrivedAt: number;
}

export interface EventStream {
	close(): void;
}

/** The number of connections is not limited, so that no stream waits for another. */
const streamAgent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Opens a stream. Resolves after its first event, after which no event is missed. */
export function openEventStream(
	address: string,
	cookie: string,
	onEvent: (event: StreamEvent) => void
): Promise<EventStream> {
	return new Promise((resolve, reject) => {
		const streamRequest = get(
			address,
			{ agent: streamAgent, headers: { cookie, accept: 'text/event-stream' } },
			(response) => {
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
						onEvent({ name, data: JSON.parse(data), arrivedAt: at });
						resolve({ close: () => streamRequest.destroy() });
					}
				});
				response.on('error', () => undefined);
			}
		);
		streamRequest.on('error', reject);
	});
}

export function sendPutRequest(address: string, headers: Record<string, string>, body: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const clientRequest = request(address, {
			agent: streamAgent,
			method: 'PUT',
			headers: { ...headers, 'content-type': 'application/json' }
		});
		clientRequest.on('error', reject);
		clientRequest.on('response', (response) => {
			response.resume();
			response.on('end', () => resolve(response.statusCode ?? 0));
		});
		clientRequest.end(body);
	});
}

/** Opens the streams in groups, because waiting for new connections is not measured here. */
export async function openEventStreams(openers: (() => Promise<EventStream>)[]): Promise<EventStream[]> {
	const AT_ONCE = 40;
	const openStreams: EventStream[] = [];
	for (let at = 0; at < openers.length; at += AT_ONCE) {
		openStreams.push(...(await Promise.all(openers.slice(at, at + AT_ONCE).map((opener) => opener()))));
	}
	return openStreams;
}
