import type { Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBuildToServe, markBuildInUse } from './builds.ts';
import type { Environment } from '#lib/server/environment.ts';
import { GATE_PROTOCOL_HEADER, type Middleware } from '#lib/server/http/gate.ts';
import { listServerAddresses } from '#lib/server/http/server-addresses.ts';
import { listenOn } from './listen.ts';
import { surviveStreamErrors } from './stream-errors.ts';

const MAX_CLOSE_MILLISECONDS = 10_000;

export async function serveBothHosts(environment: Environment): Promise<void> {
	surviveStreamErrors();
	const handler = await loadHandler(environment);
	const servers = [await listenOn('app', environment.port, environment, handler)];
	if (!environment.sandboxOrigin) servers.push(await listenOn('shell', environment.port + 1, environment, handler));
	for (const address of listServerAddresses(environment)) console.log(`Braise: ${address}`);
	process.once('SIGTERM', (signal) => closeServers(servers, signal));
	process.once('SIGINT', (signal) => closeServers(servers, signal));
}

async function loadHandler({ origin }: Environment): Promise<Middleware> {
	// Without PROTOCOL_HEADER, adapter-node assumes https and refuses http forms. Only the server's own gate sets it.
	process.env['PROTOCOL_HEADER'] = GATE_PROTOCOL_HEADER;
	// This limit is above every endpoint's own, so that a larger request gets the endpoint's refusal, which gives a reason.
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
		// A DatabaseRefusal is recognised by its name, because the build contains a copy of the class.
		const isRefusal = error instanceof Error && error.name === 'DatabaseRefusal';
		console.error(isRefusal ? error.message : error);
		process.exit(1);
	}
}

async function closeServers(servers: Server[], signal: NodeJS.Signals): Promise<void> {
	// Event streams are ended now, because closing would wait for them.
	process.emit('braise:closing' as 'beforeExit', 0);
	const closings = servers.map((server) => new Promise((resolve) => server.close(resolve)));
	for (const server of servers) server.closeIdleConnections();
	const closingTimer = setTimeout(
		() => servers.forEach((server) => server.closeAllConnections()),
		MAX_CLOSE_MILLISECONDS
	);
	await Promise.all(closings);
	clearTimeout(closingTimer);
	// adapter-node emits this event when it shuts down; hooks.server.ts then stops the services.
	process.emit('sveltekit:shutdown' as 'beforeExit', signal as never);
}
