/** Finds ports for a server under test. */
import { createServer } from 'node:net';

/**
 * Returns a free port from `firstPort` on, whose next port is free too, because the product needs both. `firstPort` should be
 * below 32768: systems give higher ports to outgoing connections, and a restarted server could find its port taken.
 */
export async function findFreePort(firstPort: number): Promise<number> {
	for (let port = firstPort; port < firstPort + 200; port += 2) {
		if ((await isPortFree(port)) && (await isPortFree(port + 1))) return port;
	}
	throw new Error(`No two free ports between ${firstPort} and ${firstPort + 200}.`);
}

function isPortFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, () => server.close(() => resolve(true)));
	});
}
