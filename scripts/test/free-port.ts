import { createServer } from 'node:net';

/**
 * A port that is free together with the one above it, as the product needs them. Ask below 32768: from there on systems give ports to
 * outgoing connections, and a server that is started again at its port may find one of a browser's there.
 */
export async function freePort(first: number): Promise<number> {
	for (let port = first; port < first + 200; port += 2) {
		if ((await isFree(port)) && (await isFree(port + 1))) return port;
	}
	throw new Error(`No two free ports between ${first} and ${first + 200}.`);
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, () => server.close(() => resolve(true)));
	});
}
