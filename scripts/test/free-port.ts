import { createServer } from 'node:net';

/** The next port is free too. Below 32768, because systems give higher ports to outgoing connections. */
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
