/** Starts one app process, or several on one PostgreSQL behind a round-robin proxy. */
import { freePort } from '../../scripts/test/free-port.ts';
import { roundRobin } from '../round-robin.ts';
import { startServer, type Served } from './server.ts';

export async function startProcesses(
	from: number,
	environment: Record<string, string>,
	count: number
): Promise<Pick<Served, 'port' | 'close'>> {
	if (count === 1) return startServer(from, environment);
	const behind: Served[] = [];
	// The processes start one after another, because the second one takes the ports that the first left free.
	for (let nth = 0; nth < count; nth++) behind.push(await startServer(from, environment));
	const port = await freePort(from);
	const front = await roundRobin(
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
