/** Vitest's global setup: one PostgreSQL per run, started when a test file first asks for it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type PostgresServer } from './postgres-server.ts';
import { POSTGRES_SERVER_VARIABLE, RUN_FOLDER_VARIABLE } from './run-variables.ts';

export default async function setup(): Promise<() => Promise<void>> {
	const folder = await mkdtemp(join(tmpdir(), 'braise-run-'));
	let startingServer: Promise<PostgresServer> | undefined;
	const counterServer = createServer((_request, response) => {
		startingServer ??= startPostgres();
		// Close each connection: a connection that is kept open might be closed just as the next request is sent.
		response.setHeader('connection', 'close');
		startingServer.then(
			(server) => response.end(server.address()),
			(error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error))
		);
	});
	const port = await new Promise<number>((resolve) => {
		counterServer.listen(0, '127.0.0.1', () => {
			const address = counterServer.address();
			resolve(typeof address === 'object' && address !== null ? address.port : 0);
		});
	});
	process.env[POSTGRES_SERVER_VARIABLE] = `http://127.0.0.1:${port}`;
	process.env[RUN_FOLDER_VARIABLE] = folder;
	return async () => {
		counterServer.close();
		await (await startingServer?.catch(() => undefined))?.stop();
		await rm(folder, { recursive: true, force: true });
	};
}
