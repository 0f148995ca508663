import { relative, basename, join } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { type PackedChallenge, readChallenge } from '#lib/server/content/pack.ts';
import {
	CHALLENGE_MODULE_NAMES,
	writeChallengesModule,
	writeAuthorFilesModule,
	writePrivatePartsModule
} from '#lib/server/content/challenges-plugin.ts';
import { formatContentProblem } from '#lib/server/content/content-problem.ts';

export interface PreviewedFolderState {
	packed?: PackedChallenge;
	problemLines: string[];
}

export class PreviewedFolder {
	readonly folder: string;
	readonly shownName: string;
	#stateReading: Promise<PreviewedFolderState> | undefined;

	constructor(folder: string, name = basename(folder)) {
		this.folder = folder;
		this.shownName = name;
	}

	/** Returns the last result until `forgetState` is called. A folder that no longer exists is reported as a problem. */
	read(): Promise<PreviewedFolderState> {
		return (this.#stateReading ??= readFolderState(this.folder, this.shownName));
	}

	forgetState(): void {
		this.#stateReading = undefined;
	}
}

async function readFolderState(folder: string, name: string): Promise<PreviewedFolderState> {
	try {
		const { problems, packed } = await readChallenge(folder);
		const problemLines = problems.map((problem) =>
			formatContentProblem({ ...problem, file: join(name, problem.file) })
		);
		return problems.length === 0 && packed ? { packed, problemLines } : { problemLines };
	} catch (error) {
		return { problemLines: [`${name}: cannot be read: ${error instanceof Error ? error.message : String(error)}`] };
	}
}

export function previewPathOf({ packed }: PreviewedFolderState): string {
	if (packed === undefined) return '/';
	const { id, languages } = packed.challenge;
	const [language = 'fr'] = languages;
	return `/${language}/challenges/${id}`;
}

/** The policy allows only Vite's client, which reloads the page when a file has changed. */
const CONTENT_PROBLEMS_PAGE_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'unsafe-inline'",
	"connect-src 'self' ws:",
	"frame-ancestors 'none'"
].join('; ');

/** All lines are written as text, because an author's file is not trusted. */
function renderContentProblemsPage(name: string, lines: readonly string[]): string {
	return `<!doctype html>
<html lang="en">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<title>${escapeHtml(name)}</title>
		<script type="module" src="/@vite/client"></script>
		<style>
			body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1rem; color: #2b2320; background: #fbf7f0 }
			li { margin: 0.6rem 0; font-family: ui-monospace, monospace; font-size: 1rem; overflow-wrap: anywhere }
		</style>
	</head>
	<body>
		<h1>${escapeHtml(name)}</h1>
		<p>${lines.length === 1 ? 'One thing is' : `${lines.length} things are`} to mend first. Save the file, and this page shows the challenge again.</p>
		<ol>
			${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('\n\t\t\t')}
		</ol>
	</body>
</html>
`;
}

const HTML_ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (sign) => HTML_ENTITIES[sign] ?? sign);
}

/** Milliseconds without a change after which the folder is read, because an editor may write a file in several steps. */
const QUIET_FOLDER_MILLISECONDS = 100;

interface ServedChallenges {
	packedChallenges: PackedChallenge[];
	folders: string[];
}

const NO_CHALLENGES: ServedChallenges = { packedChallenges: [], folders: [] };

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
