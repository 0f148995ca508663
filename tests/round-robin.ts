/** Forwards each request to the next of several processes, whichever connection it comes on. */
import { createServer, request, type Server } from 'node:http';

/** Resolves to a server that listens on `port`. Hosts, cookies and streams pass unchanged. */
export async function startRoundRobinProxy(port: number, behind: readonly number[]): Promise<Server> {
	let turn = 0;
	const server = createServer((asked, answer) => {
		const next = behind[turn++ % behind.length];
		const forwardedRequest = request(
			{ host: '127.0.0.1', port: next, method: asked.method, path: asked.url, headers: asked.headers },
			(given) => {
				answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
				// An event stream begins with only its headers, so these are sent at once.
				answer.flushHeaders();
				given.pipe(answer);
			}
		);
		forwardedRequest.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
		answer.on('close', () => forwardedRequest.destroy());
		asked.pipe(forwardedRequest);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, resolve);
	});
	return server;
}
