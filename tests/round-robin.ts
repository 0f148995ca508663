/** Forwards each request to the next of several processes, whichever connection it comes on. */
import { createServer, request, type Server } from 'node:http';

/** Starts a proxy on `port` that sends each request to the next of `targetPorts`. Hosts, cookies and streams pass unchanged. */
export async function startRoundRobinProxy(port: number, targetPorts: readonly number[]): Promise<Server> {
	let requestCount = 0;
	const server = createServer((incomingRequest, answer) => {
		const nextPort = targetPorts[requestCount++ % targetPorts.length];
		const forwardedRequest = request(
			{
				host: '127.0.0.1',
				port: nextPort,
				method: incomingRequest.method,
				path: incomingRequest.url,
				headers: incomingRequest.headers
			},
			(given) => {
				answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
				// An event stream begins with only its headers, so these are sent at once.
				answer.flushHeaders();
				given.pipe(answer);
			}
		);
		forwardedRequest.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
		answer.on('close', () => forwardedRequest.destroy());
		incomingRequest.pipe(forwardedRequest);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, resolve);
	});
	return server;
}
