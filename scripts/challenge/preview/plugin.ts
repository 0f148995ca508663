/** A Vite plugin that shows one folder instead of the repository's challenges, and reloads it when a file changes. */
import { relative } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import type { PackedChallenge } from '#lib/server/content/pack.ts';
import {
	CHALLENGE_MODULE_NAMES,
	writeChallengesModule,
	writeAuthorFilesModule,
	writePrivatePartsModule
} from '#lib/server/content/challenges-plugin.ts';
import { renderContentProblemsPage, CONTENT_PROBLEMS_PAGE_POLICY } from './problem-page.ts';
import type { PreviewedFolderState, PreviewedFolder } from './previewed-folder.ts';

/** Milliseconds without a change after which the folder is read, because an editor may write a file in several steps. */
const QUIET_FOLDER_MILLISECONDS = 100;

interface ServedChallenges {
	packedChallenges: PackedChallenge[];
	folders: string[];
}

const NO_CHALLENGES: ServedChallenges = { packedChallenges: [], folders: [] };

/** Returns the plugin. `reportFolderState` is called with the folder's state after each change. */
export function previewedChallengePlugin(
	previewedFolder: PreviewedFolder,
	reportFolderState: (state: PreviewedFolderState) => void
): Plugin {
	return {
		name: 'braise:previewed-challenge',
		// Runs this plugin before the one that packs the repository's challenges.
		enforce: 'pre',
		configureServer(server) {
			watchFolder(server, previewedFolder, reportFolderState);
			server.middlewares.use((request, response, next) => {
				if (!isPageRequest(request.method, request.headers.accept)) return next();
				void previewedFolder.read().then(({ packed, problemLines }) => {
					if (packed !== undefined) return next();
					response.writeHead(200, {
						'content-type': 'text/html; charset=utf-8',
						'content-security-policy': CONTENT_PROBLEMS_PAGE_POLICY,
						'cache-control': 'no-store'
					});
					response.end(renderContentProblemsPage(previewedFolder.shownName, problemLines));
				}, next);
			});
		},
		...createModuleHooks(async () => {
			const { packed } = await previewedFolder.read();
			return packed ? { packedChallenges: [packed], folders: [previewedFolder.folder] } : NO_CHALLENGES;
		})
	};
}

/** A Vite plugin that serves no challenges, because packing them all would take a minute. */
export const noChallengesPlugin = (): Plugin => ({
	name: 'braise:no-challenges',
	enforce: 'pre',
	...createModuleHooks(() => Promise.resolve(NO_CHALLENGES))
});

/** Returns the hooks of a plugin that serves the challenges from `read` instead of the repository's. */
function createModuleHooks(read: () => Promise<ServedChallenges>): Pick<Plugin, 'resolveId' | 'load'> {
	return {
		resolveId: (id) => (isChallengeModule(id) ? `\0${id}` : undefined),
		async load(id) {
			const name = id.slice(1);
			if (!id.startsWith('\0') || !isChallengeModule(name)) return undefined;
			if (this.environment.config.consumer === 'client') throw new Error(`${name} is for the server only`);
			const { packedChallenges, folders: challengeFolders } = await read();
			if (name === CHALLENGE_MODULE_NAMES.folders) return writeAuthorFilesModule(challengeFolders);
			return name === CHALLENGE_MODULE_NAMES.public
				? writeChallengesModule(packedChallenges, [], [])
				: writePrivatePartsModule(packedChallenges);
		}
	};
}

function isChallengeModule(id: string): boolean {
	return Object.values<string>(CHALLENGE_MODULE_NAMES).includes(id);
}

function isPageRequest(method: string | undefined, accept: string | undefined): boolean {
	return method === 'GET' && accept !== undefined && accept.includes('text/html');
}

function watchFolder(
	server: ViteDevServer,
	previewedFolder: PreviewedFolder,
	reportFolderState: (state: PreviewedFolderState) => void
): void {
	let pauseTimer: NodeJS.Timeout | undefined;
	const readAndReload = async () => {
		previewedFolder.forgetState();
		reportFolderState(await previewedFolder.read());
		for (const { moduleGraph } of Object.values(server.environments)) {
			for (const id of Object.values(CHALLENGE_MODULE_NAMES)) {
				const module = moduleGraph.getModuleById(`\0${id}`);
				if (module) moduleGraph.invalidateModule(module);
			}
		}
		server.ws.send({ type: 'full-reload' });
	};
	server.watcher.add(previewedFolder.folder);
	server.watcher.on('all', (_event, path) => {
		if (relative(previewedFolder.folder, path).startsWith('..')) return;
		clearTimeout(pauseTimer);
		pauseTimer = setTimeout(() => void readAndReload(), QUIET_FOLDER_MILLISECONDS);
	});
}
