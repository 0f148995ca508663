import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import type { Readable } from 'node:stream';

export interface ProcessOptions {
	isQuiet?: boolean;
	env?: Record<string, string | undefined>;
}

/** Playwright sets FORCE_COLOR for its processes, and each of them would warn that NO_COLOR is then ignored. */
export const PLAYWRIGHT_COLOUR_ENVIRONMENT = { NO_COLOR: undefined };

/** Runs a command and returns its exit code, printing its output without this machine's paths. */
export function runProcess(
	command: string,
	args: string[],
	{ isQuiet = false, env = {} }: ProcessOptions = {}
): Promise<number> {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, NO_COLOR: '1', ...env }
		});
		const heldOutput: string[] = [];
		const print = (text: string) => void process.stdout.write(text);
		for (const stream of [child.stdout, child.stderr])
			forwardStreamText(stream, isQuiet ? (text) => void heldOutput.push(text) : print);
		child.once('error', (error) => {
			print(`${command}: ${error.message}\n`);
			resolve(127);
		});
		child.once('close', (code) => {
			if (code !== 0) print(heldOutput.join(''));
			resolve(code ?? 1);
		});
	});
}

function forwardStreamText(stream: Readable, print: (text: string) => void): void {
	stream.setEncoding('utf8');
	stream.on('data', (text: string) => print(text.replaceAll(`${process.cwd()}/`, '').replaceAll(homedir(), '~')));
}
