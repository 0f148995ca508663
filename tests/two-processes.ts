/** Serves tests with `BRAISE_TEST_DATABASE=postgres`: PostgreSQL, two app processes and a round-robin proxy. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from '#lib/server/db/testing/postgres-server.ts';
import { findFreePort } from '../scripts/test/free-port.ts';
import { startRoundRobinProxy } from './round-robin.ts';
import { port, START_ARGUMENTS } from './servers.ts';

const postgres = await startPostgres();
const children: ChildProcess[] = [];

async function start(): Promise<number> {
	const own = await findFreePort(port + 2);
	const child = spawn(process.execPath, START_ARGUMENTS, {
		env: { ...process.env, PORT: String(own), HOST: '127.0.0.1', DATABASE_URL: postgres.address() },
		stdio: 'inherit'
	});
	children.push(child);
	child.once('exit', (code) => {
		if (!stopping) void stop(code ?? 1);
	});
	for (;;) {
		const health = await fetch(`http://127.0.0.1:${own}/healthz`).catch(() => undefined);
		if (health?.ok) return own;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

let stopping = false;
async function stop(code: number): Promise<void> {
	stopping = true;
	const runningChildren = children.filter((child) => child.exitCode === null);
	const exits = runningChildren.map((child) => once(child, 'exit'));
	for (const child of runningChildren) child.kill('SIGTERM');
	await Promise.all(exits);
	await postgres.stop();
	process.exit(code);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(0));

// The processes start one after another, because the second one takes the ports that the first left free.
const behind = [await start(), await start()];
await startRoundRobinProxy(
	port + 1,
	behind.map((own) => own + 1)
);
// This proxy starts last, because its port tells Playwright that everything is ready.
await startRoundRobinProxy(port, behind);
