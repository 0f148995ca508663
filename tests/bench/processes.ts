import { findFreePort } from '../../scripts/test/free-port.ts';
import { startRoundRobinProxy } from '../round-robin.ts';
import { startServer, type ServedApp } from './server.ts';

export async function startAppProcesses(
	firstPort: number,
	environment: Record<string, string>,
	count: number
): Promise<Pick<ServedApp, 'port' | 'close'>> {
	if (count === 1) return startServer(firstPort, environment);
	const appServers: ServedApp[] = [];
	// The processes start one after another, because the second one takes the ports that the first left free.
	for (let nth = 0; nth < count; nth++) appServers.push(await startServer(firstPort, environment));
	const port = await findFreePort(firstPort);
	const proxyServer = await startRoundRobinProxy(
		port,
		appServers.map((server) => server.port)
	);
	return {
		port,
		async close() {
			proxyServer.closeAllConnections();
			proxyServer.close();
			for (const server of appServers) await server.close();
		}
	};
}
