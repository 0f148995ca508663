import { existsSync, statSync, mkdtempSync, rmSync } from 'node:fs';
import { ArgumentError, type ChallengeArguments } from '../arguments.ts';
import { makePathRelative } from '../describe-checked-challenge.ts';
import { previewPathOf, PreviewedFolder, type PreviewedFolderState, previewedChallengePlugin } from './plugin.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { findFreePort } from '../../test/free-port.ts';

const REPOSITORY_FOLDER = fileURLToPath(new URL('../../..', import.meta.url));
const FIRST_PREVIEW_PORT = 5173;
/** Environment variables of a public server, which are removed: a preview is for its author alone. */
const REMOVED_PUBLIC_SERVER_VARIABLES = ['DATABASE_URL', 'ORIGIN', 'SANDBOX_ORIGIN', 'SMTP_URL', 'OIDC_ISSUER', 'HOST'];

interface PreviewServer {
	address: string;
	close(): Promise<void>;
}

export function servePreview(
	previewedFolder: PreviewedFolder,
	wantedPort: number | undefined,
	reportFolderState: (state: PreviewedFolderState) => void
): Promise<PreviewServer> {
	return serveWorkbench([previewedChallengePlugin(previewedFolder, reportFolderState)], wantedPort);
}

export async function serveWorkbench(plugins: Plugin[], wantedPort?: number): Promise<PreviewServer> {
	const dataFolder = mkdtempSync(join(tmpdir(), 'braise-preview-'));
	const removeDataFolder = () => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
	process.once('exit', removeDataFolder);
	try {
		const port = wantedPort ?? (await findFreePort(FIRST_PREVIEW_PORT));
		for (const name of REMOVED_PUBLIC_SERVER_VARIABLES) process.env[name] = '';
		Object.assign(process.env, { DATA_FOLDER: dataFolder, PORT: String(port), BRAISE_PREVIEW: 'yes' });
		process.env['LOG_LEVEL'] ??= 'error';
		// Vite and SvelteKit look for their files from the current folder.
		process.chdir(REPOSITORY_FOLDER);
		const { createServer } = await import('vite');
		const server = await createServer({
			configFile: join(REPOSITORY_FOLDER, 'vite.config.ts'),
			logLevel: 'warn',
			// A cache for each port: a second server would otherwise rebuild the dependencies that this one uses.
			cacheDir: join(REPOSITORY_FOLDER, 'node_modules', '.vite', `preview-${port}`),
			plugins,
			server: { port, strictPort: true },
			clearScreen: false
		});
		await server.listen();
		return {
			address: `http://localhost:${port}`,
			async close() {
				await server.close();
				removeDataFolder();
			}
		};
	} catch (error) {
		removeDataFolder();
		throw error;
	}
}

const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export async function runPreviewCommand(
	{ folder, port }: Extract<ChallengeArguments, { command: 'preview' }>,
	from: string
): Promise<number> {
	const name = makePathRelative(folder, from);
	if (!existsSync(folder) || !statSync(folder).isDirectory())
		throw new ArgumentError(`${name}: there is no such folder; npm run challenge -- new makes one`);
	const endingSignal = waitForEndSignal();
	const previewedFolder = new PreviewedFolder(folder, name);
	let address = '';
	const reportFolderState = (state: PreviewedFolderState) =>
		process.stdout.write(`${describePreview(name, address, state)}\n`);
	process.stdout.write(`${name}: one moment\n`);
	const server = await servePreview(previewedFolder, port, reportFolderState).catch((error: unknown) => {
		throw new ArgumentError(`the preview does not start: ${error instanceof Error ? error.message : String(error)}`);
	});
	address = server.address;
	reportFolderState(await previewedFolder.read());
	process.stdout.write(
		`A change is shown once its file is saved. Pieces for scenes: ${address}/kit. Ctrl+C ends this.\n`
	);
	await endingSignal;
	process.stdout.write(`${name}: no longer shown\n`);
	await server.close();
	// The process would not end by itself, because the server's database and compilers keep it alive.
	process.exit(0);
}

/** The second signal ends the process at once. The listener stays, so that no other code ends it at the first. */
function waitForEndSignal(): Promise<void> {
	let isEnding = false;
	return new Promise((resolve) => {
		for (const signal of ENDING_SIGNALS)
			process.on(signal, () => {
				if (isEnding) process.exit(1);
				isEnding = true;
				resolve();
			});
	});
}

function describePreview(name: string, address: string, state: PreviewedFolderState): string {
	if (state.packed) return `${name}: shown on ${address}${previewPathOf(state)}`;
	const count = state.problemLines.length === 1 ? '1 problem' : `${state.problemLines.length} problems`;
	return [...state.problemLines, `${name}: ${count}; ${address} says them too, until they are mended`].join('\n');
}
