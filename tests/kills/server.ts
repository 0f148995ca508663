/** The production server, which can be killed between two saves and started again at its address. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { APP_START_ARGUMENTS } from '../servers.ts';

export class KillableServer {
	readonly port: number;
	readonly #environment: Record<string, string>;
	#child: ChildProcess | undefined;

	constructor(port: number, environment: Record<string, string>) {
		this.port = port;
		this.#environment = environment;
	}

	async start(): Promise<void> {
		const child = spawn(process.execPath, APP_START_ARGUMENTS, {
			env: {
				...process.env,
				ORIGIN: '',
				SANDBOX_ORIGIN: '',
				HOST: '',
				...this.#environment,
				PORT: String(this.port)
			},
			stdio: ['ignore', 'pipe', 'inherit']
		});
		this.#child = child;
		const killServerProcess = () => void child.kill('SIGKILL');
		process.once('exit', killServerProcess);
		child.once('exit', () => process.off('exit', killServerProcess));
		await new Promise<void>((resolve, reject) => {
			child.stdout.on('data', (text: Buffer) => {
				if (text.includes('Braise: ')) resolve();
			});
			child.once('exit', (code, signal) => reject(new Error(`The server ended with ${code ?? signal}.`)));
		});
	}

	kill(): Promise<void> {
		return this.#endBySignal('SIGKILL');
	}

	/** Ends the server with SIGTERM, as an administrator would. */
	stop(): Promise<void> {
		return this.#endBySignal('SIGTERM');
	}

	async #endBySignal(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
		const child = this.#child;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const exit = once(child, 'exit');
		child.kill(signal);
		await exit;
	}
}
