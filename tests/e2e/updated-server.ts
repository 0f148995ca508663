/** A proxy that makes a server look like a newer version of itself. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appPort } from '../servers.ts';

export interface UpdatableServer {
	address: string;
	/** Serves another service worker from this call on. */
	serveNewerVersion(): void;
	/** Whether files of the older version are missing. */
	isGone: boolean;
	close(): Promise<void>;
}

const SERVICE_WORKER_PATH = '/service-worker.js';
const APP_VERSION_PATH = '/_app/version.json';
const APP_FILES_PATH = '/_app/immutable/';

export async function startUpdatableServer(): Promise<UpdatableServer> {
	const { version }: { version: string } = await (await fetch(`http://localhost:${appPort}${APP_VERSION_PATH}`)).json();
	let isNewer = false;
	const updatableServer: UpdatableServer = {
		address: '',
		serveNewerVersion: () => (isNewer = true),
		isGone: false,
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			})
	};
	const server = createServer((asked, answer) => {
		const path = asked.url ?? '/';
		if (updatableServer.isGone && path.startsWith(APP_FILES_PATH)) return void answer.writeHead(404).end();
		if (isNewer && path === SERVICE_WORKER_PATH)
			return void fetchServiceWorker(version).then((text) => sendServiceWorker(answer, text));
		forwardToServer(asked, answer);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	updatableServer.address = `http://localhost:${(server.address() as AddressInfo).port}`;
	return updatableServer;
}

async function fetchServiceWorker(version: string): Promise<string> {
	const text = await (await fetch(`http://localhost:${appPort}${SERVICE_WORKER_PATH}`)).text();
	if (!text.includes(version)) throw new Error('The service worker does not name its version.');
	return text.replaceAll(version, `${version}9`);
}

function sendServiceWorker(answer: ServerResponse, text: string): void {
	answer.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' }).end(text);
}

function forwardToServer(incomingRequest: IncomingMessage, answer: ServerResponse): void {
	const { method, url, headers } = incomingRequest;
	const forwardedRequest = request({ host: '127.0.0.1', port: appPort, method, path: url, headers }, (response) => {
		answer.writeHead(response.statusCode ?? 500, response.headers);
		response.pipe(answer);
	});
	forwardedRequest.once('error', () => answer.destroy());
	incomingRequest.pipe(forwardedRequest);
}
