/** Serves tests with `BRAISE_TEST_DATABASE=postgres`: PostgreSQL, two app processes and a round-robin proxy. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from '#lib/server/db/testing/postgres-server.ts';
import { findFreePort } from '../scripts/test/free-port.ts';
import { startRoundRobinProxy } from './round-robin.ts';
import { appPort, APP_START_ARGUMENTS } from './servers.ts';

const postgresServer = await startPostgres();
const appProcesses: ChildProcess[] = [];

async function startAppProcess(): Promise<number> {
	const ownPort = await findFreePort(appPort + 2);
	const child = spawn(process.execPath, APP_START_ARGUMENTS, {
		env: { ...process.env, PORT: String(ownPort), HOST: '127.0.0.1', DATABASE_URL: postgresServer.address() },
		stdio: 'inherit'
	});
	appProcesses.push(child);
	child.once('exit', (code) => {
		if (!isStopping) void stopAllProcesses(code ?? 1);
	});
	for (;;) {
		const health = await fetch(`http://127.0.0.1:${ownPort}/healthz`).catch(() => undefined);
		if (health?.ok) return ownPort;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

let isStopping = false;
async function stopAllProcesses(code: number): Promise<void> {
	isStopping = true;
	const runningChildren = appProcesses.filter((child) => child.exitCode === null);
	const exits = runningChildren.map((child) => once(child, 'exit'));
	for (const child of runningChildren) child.kill('SIGTERM');
	await Promise.all(exits);
	await postgresServer.stop();
	process.exit(code);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stopAllProcesses(0));

// The processes start one after another, because the second one takes the ports that the first left free.
const processPorts = [await startAppProcess(), await startAppProcess()];
await startRoundRobinProxy(
	appPort + 1,
	processPorts.map((own) => own + 1)
);
// This proxy starts last, because its port tells Playwright that everything is ready.
await startRoundRobinProxy(appPort, processPorts);
