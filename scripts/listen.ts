import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { constants } from 'node:zlib';
import compression from 'compression';
import type { Environment } from '#lib/server/environment.ts';
import { createRequestGate, type Middleware } from '#lib/server/http/gate.ts';
import type { HostRole } from '#lib/server/shell/addresses.ts';
import { drainUnreadBody } from './unread-bodies.ts';

/** Longer than in proxies (Caddy 2 minutes, nginx 1), because otherwise some of their requests get a 502. */
const KEEP_ALIVE_MILLISECONDS = 130_000;

/** Ends the process when the port is not available. */
export async function listenOn(
	role: HostRole,
	port: number,
	environment: Environment,
	handler: Middleware
): Promise<Server> {
	const check = createRequestGate(role, environment);
	const compress = compression({ filter: shouldCompress, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } });
	const server = createServer((request, response) => {
		// Errors of clients that disconnect midway are ignored. Without a listener, they would be thrown.
		request.on('error', () => undefined);
		response.on('error', () => undefined);
		drainUnreadBody(request, response);
		const answerNotFound = () => response.writeHead(404).end();
		check(request, response, () =>
			// The types of `compression` ask for Express's objects, but it uses only what Node's have.
			compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () =>
				handler(request, response, answerNotFound)
			)
		);
	});
	server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS;
	server.maxConnections = environment.mostConnections;
	server.listen(environment.host === undefined ? { port } : { port, host: environment.host });
	try {
		await once(server, 'listening');
	} catch (error) {
		exitWithListenError(error, role, port);
	}
	return server;
}

/** Event streams are not compressed, because that would delay their events. */
function shouldCompress(...[request, response]: Parameters<typeof compression.filter>): boolean {
	return response.getHeader('content-type') !== 'text/event-stream' && compression.filter(request, response);
}

function exitWithListenError(error: unknown, role: HostRole, port: number): never {
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
