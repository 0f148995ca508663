/** Starts the production server on a port of its own, after a build if the sources are newer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyMigratedStoreTo } from '#lib/server/db/testing/pglite-pool.ts';
import { findFreePort } from '../../scripts/test/free-port.ts';

export interface ServedApp {
	port: number;
	process: number;
	/** Resolves once the judge has warmed up or failed to, seconds after the start. Until then it takes processor time from what is measured. */
	judgeReady: Promise<void>;
	close(): Promise<void>;
}

/**
 * Starts the server. `environment` overrides the defaults, for example with another data folder for PGlite. BRAISE_BENCH_PROFILE is
 * the folder for a processor profile.
 */
export async function startServer(firstPort: number, environment: Record<string, string> = {}): Promise<ServedApp> {
	const port = await findFreePort(firstPort);
	const dataFolder = await mkdtemp(join(tmpdir(), 'braise-bench-'));
	if (environment['DATA_FOLDER'] === undefined) await copyMigratedStoreTo(dataFolder);
	const profile = process.env['BRAISE_BENCH_PROFILE'];
	const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
	const child = spawn(process.execPath, [...profiling, '--import', 'tsx', 'scripts/start.ts'], {
		env: {
			...process.env,
			PORT: String(port),
			ORIGIN: '',
			SANDBOX_ORIGIN: '',
			HOST: '',
			DATABASE_URL: '',
			DATA_FOLDER: dataFolder,
			...environment
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const waitForOutput = (pattern: RegExp) =>
		new Promise<void>((resolve, reject) => {
			child.stdout.on('data', (output: Buffer) => {
				if (pattern.test(output.toString())) resolve();
			});
			child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
		});
	const judgeReady = waitForOutput(/"judging\.(ready|failed)"/);
	// Not every measurement waits for the judge, whose failure would otherwise end the bench.
	judgeReady.catch(() => undefined);
	await waitForOutput(/Braise: /);
	return {
		port,
		process: child.pid ?? 0,
		judgeReady,
		async close() {
			child.kill('SIGTERM');
			if (child.exitCode === null) await once(child, 'exit');
			await rm(dataFolder, { recursive: true, force: true });
		}
	};
}
