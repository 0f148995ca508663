/** Starts one app process, or several on one PostgreSQL behind a round-robin proxy. */
import { findFreePort } from '../../scripts/test/free-port.ts';
import { startRoundRobinProxy } from '../round-robin.ts';
import { startServer, type ServedApp } from './server.ts';

export async function startAppProcesses(
	from: number,
	environment: Record<string, string>,
	count: number
): Promise<Pick<ServedApp, 'port' | 'close'>> {
	if (count === 1) return startServer(from, environment);
	const behind: ServedApp[] = [];
	// The processes start one after another, because the second one takes the ports that the first left free.
	for (let nth = 0; nth < count; nth++) behind.push(await startServer(from, environment));
	const port = await findFreePort(from);
	const front = await startRoundRobinProxy(
		port,
		behind.map((server) => server.port)
	);
	return {
		port,
		async close() {
			front.closeAllConnections();
			front.close();
			for (const server of behind) await server.close();
		}
	};
}
