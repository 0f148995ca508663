/** Starts a server with a prepared database for one test, which may kill it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { APP_START_ARGUMENTS } from '../servers.ts';

export async function startOwnServer(port: number, environment: Record<string, string>): Promise<ChildProcess> {
	const child = spawn(process.execPath, APP_START_ARGUMENTS, {
		env: { ...process.env, PORT: String(port), ORIGIN: '', SANDBOX_ORIGIN: '', HOST: '', ...environment },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	await new Promise<void>((resolve, reject) => {
		child.stdout.on('data', (text: Buffer) => {
			if (text.includes('Braise: ')) resolve();
		});
		child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
	});
	return child;
}

export async function killOwnServer(child: ChildProcess): Promise<void> {
	const exit = once(child, 'exit');
	child.kill('SIGKILL');
	await exit;
}
