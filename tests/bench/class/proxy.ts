/** A proxy as in schools, which sends its own requests to the server. */
import { Agent, createServer, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ProxyOptions {
	to: number;
	rewrite?(headers: IncomingHttpHeaders): IncomingHttpHeaders;
	/**
	 * Called for each request. Its returned function is called when the answer ends, with the status (0 if there was no answer) and
	 * whether the answer was complete.
	 */
	onrequest?(request: IncomingMessage): (status: number, whole: boolean) => void;
}

export interface Proxy {
	port: number;
	close(): Promise<void>;
}

export async function openProxy({ to, rewrite = (same) => same, onrequest }: ProxyOptions): Promise<Proxy> {
	const agent = new Agent({ keepAlive: true });
	let over = false;
	const server = createServer((asked, answered) => {
		const onend = onrequest?.(asked);
		const { method, url: path, headers } = asked;
		const onward = request(
			{ agent, host: '127.0.0.1', port: to, method, path, headers: rewrite(headers) },
			(answer) => {
				const { statusCode = 502, rawHeaders } = answer;
				answered.writeHead(statusCode, rawHeaders);
				answer.pipe(answered);
				answer.once('end', () => onend?.(statusCode, true));
				answered.once('close', () => {
					if (!answer.readableEnded) onend?.(statusCode, false);
				});
			}
		);
		let broke = false;
		onward.on('error', () => {
			broke = !answered.closed && !over;
			answered.destroy();
		});
		answered.once('close', () => {
			if (!answered.headersSent && !broke) onend?.(0, false);
			onward.destroy();
		});
		asked.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		close() {
			over = true;
			agent.destroy();
			server.closeAllConnections();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}

/** Removes `accept-encoding`, so that nothing is compressed. Some proxies do so to inspect answers. */
export function removeAcceptEncoding({ 'accept-encoding': _, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
	return headers;
}
