import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';

export interface RunningCommand {
	/** Returns the output of both streams so far. */
	readOutput(): string;
	/** Resolves when the command has printed the text. Rejects when the command ends before. */
	waitUntilPrinted(text: string): Promise<void>;
	exitCode: Promise<number>;
	/** Sends SIGTERM to the process alone, as a service manager does. Resolves when the process has ended. */
	terminate(): Promise<void>;
	/** Kills the process and all that it started. */
	stop(): Promise<void>;
}

export function startCommand(
	command: string,
	args: string[],
	environment: Record<string, string> = {}
): RunningCommand {
	const child: ChildProcess = spawn(command, args, {
		env: { ...process.env, NO_COLOR: '1', ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
		// The command has a process group of its own, so that no child process outlives the test.
		detached: true
	});
	let output = '';
	const listeners = new Set<() => void>();
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (part: string) => {
			output += part;
			for (const listener of listeners) listener();
		});
	}
	const exit = new Promise<number>((resolve) => {
		child.once('error', (error) => {
			output += error.message;
			resolve(127);
		});
		child.once('close', (code) => resolve(code ?? 1));
	});
	return {
		readOutput: () => output,
		waitUntilPrinted(expected) {
			return new Promise((resolve, reject) => {
				const resolveWhenPrinted = () => {
					if (output.includes(expected)) resolve();
				};
				listeners.add(resolveWhenPrinted);
				resolveWhenPrinted();
				void exit.then((code) =>
					reject(new Error(`It ended with ${code} and never printed "${expected}":\n${output}`))
				);
			});
		},
		exitCode: exit,
		async terminate() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const exitEvent = once(child, 'exit');
			child.kill('SIGTERM');
			await exitEvent;
		},
		async stop() {
			try {
				if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
			} catch {
				// The process group has ended already.
			}
			await exit;
		}
	};
}

export async function runCommandToEnd(command: string, args: string[], environment: Record<string, string> = {}) {
	const runningCommand = startCommand(command, args, environment);
	return { code: await runningCommand.exitCode, output: runningCommand.readOutput() };
}
