/** The production server: one process that serves the app and, on the next port, the shell. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import compression from 'compression';
import { findBuildToServe, markBuildInUse } from './builds.ts';
import type { Environment } from '#lib/server/environment.ts';
import { createGate, GATE_PROTOCOL_HEADER, type Middleware } from '#lib/server/http/gate.ts';
import { addressesOfServer } from '#lib/server/http/network.ts';
import type { HostRole } from '#lib/server/shell/addresses.ts';
import { surviveStreamErrors } from './stream-errors.ts';
import { drainUnreadBody } from './unread-bodies.ts';

const CLOSE_MILLISECONDS = 10_000;
/**
 * Milliseconds for which an idle connection stays open: longer than in proxies (Caddy 2 minutes, nginx 1), because otherwise some
 * of their requests get a 502.
 */
const KEEP_ALIVE_MILLISECONDS = 130_000;

export async function serveBothHosts(environment: Environment): Promise<void> {
	surviveStreamErrors();
	const handler = await loadHandler(environment);
	const servers = [await listenOn('app', environment.port, environment, handler)];
	if (!environment.sandboxOrigin) servers.push(await listenOn('shell', environment.port + 1, environment, handler));
	for (const address of addressesOfServer(environment)) console.log(`Braise: ${address}`);
	process.once('SIGTERM', (signal) => closeServers(servers, signal));
	process.once('SIGINT', (signal) => closeServers(servers, signal));
}

async function loadHandler({ origin }: Environment): Promise<Middleware> {
	// Without PROTOCOL_HEADER, adapter-node assumes https and refuses forms over plain http. Only the server's own gate sets this
	// request header.
	process.env['PROTOCOL_HEADER'] = GATE_PROTOCOL_HEADER;
	// Above the limit of every endpoint, so that a request gets the endpoint's refusal, which explains itself.
	process.env['BODY_SIZE_LIMIT'] = '8M';
	if (origin === undefined) delete process.env['ORIGIN'];
	else process.env['ORIGIN'] = origin;
	const buildFolder = findBuildToServe();
	if (buildFolder === undefined) throw new Error('There is no build: npm start makes one.');
	markBuildInUse(buildFolder);
	try {
		const handlerModule: { handler: Middleware } = await import(pathToFileURL(join(buildFolder, 'handler.js')).href);
		return handlerModule.handler;
	} catch (error) {
		// Compared by name, because the build contains a copy of the class.
		const isRefusal = error instanceof Error && error.name === 'DatabaseRefusal';
		console.error(isRefusal ? error.message : error);
		process.exit(1);
	}
}

async function listenOn(role: HostRole, port: number, environment: Environment, handler: Middleware): Promise<Server> {
	const check = createGate(role, environment);
	const compress = compression({ filter: shouldCompress, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } });
	const server = createServer((request, response) => {
		// Errors of clients that disconnect midway are ignored. Without a listener, they would be thrown.
		request.on('error', () => undefined);
		response.on('error', () => undefined);
		drainUnreadBody(request, response);
		const notFound = () => response.writeHead(404).end();
		check(request, response, () =>
			// The types of `compression` ask for Express's objects, but it uses only what Node's have.
			compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () =>
				handler(request, response, notFound)
			)
		);
	});
	server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
	server.maxConnections = environment.mostConnections;
	server.listen(environment.host === undefined ? { port } : { port, host: environment.host });
	try {
		await once(server, 'listening');
	} catch (error) {
		exitWith(error, role, port);
	}
	return server;
}

/** Returns whether to compress an answer. Event streams are not compressed, because that would delay their events. */
function shouldCompress(...[request, response]: Parameters<typeof compression.filter>): boolean {
	return response.getHeader('content-type') !== 'text/event-stream' && compression.filter(request, response);
}

function exitWith(error: unknown, role: HostRole, port: number): never {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	const portDescription =
		role === 'app' ? `Port ${port}` : `Port ${port}, which the frame for students' programs needs,`;
	if (code === 'EADDRINUSE')
		console.error(`${portDescription} is already taken. Choose another, for example PORT=4000 npm start.`);
	else if (code === 'EACCES')
		console.error(`${portDescription} may not be used by this user. Choose one above 1023 with PORT.`);
	else console.error(error);
	process.exit(1);
}

async function closeServers(servers: Server[], signal: NodeJS.Signals): Promise<void> {
	// Event streams are ended now, because closing would wait for them.
	process.emit('braise:closing' as 'beforeExit', 0);
	const closings = servers.map((server) => new Promise((resolve) => server.close(resolve)));
	for (const server of servers) server.closeIdleConnections();
	const closingTimer = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), CLOSE_MILLISECONDS);
	await Promise.all(closings);
	clearTimeout(closingTimer);
	// adapter-node emits this event when it shuts down; hooks.server.ts then stops the services.
	process.emit('sveltekit:shutdown' as 'beforeExit', signal as never);
}
