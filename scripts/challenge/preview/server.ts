/** Serves the workbench from its sources, with a database that is thrown away afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { findFreePort } from '../../test/free-port.ts';
import { previewedChallengePlugin } from './plugin.ts';
import type { PreviewedFolderState, PreviewedFolder } from './previewed-folder.ts';

const REPOSITORY_FOLDER = fileURLToPath(new URL('../../..', import.meta.url));
const FIRST_PREVIEW_PORT = 5173;
/** Environment variables of a public server, which are removed: a preview is for its author alone. */
const REMOVED_PUBLIC_SERVER_VARIABLES = ['DATABASE_URL', 'ORIGIN', 'SANDBOX_ORIGIN', 'SMTP_URL', 'OIDC_ISSUER', 'HOST'];

interface PreviewServer {
	/** The server's address, without a path. */
	address: string;
	close(): Promise<void>;
}

/** Serves the workbench with one challenge. `reportFolderState` is called with the folder's state after each change. */
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
			// Each port has a cache folder of its own: a second server, such as that of `npm run dev`, would otherwise rebuild the
			// dependencies that this one uses.
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
