/** A Vite plugin that packs `challenges/`, so that the running server reads no author's folder. */
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { challengeFolders } from './folder.ts';
import { packChallenge, type PackedChallenge } from './pack.ts';

const PUBLIC_MODULE = 'virtual:challenges';
const PRIVATE_MODULE = 'virtual:challenges/private';

/**
 * Packs at build time, and in development again when a file changes. `virtual:challenges` holds the public parts,
 * `virtual:challenges/private` the private ones.
 */
export function challenges(): Plugin {
	let root = '';
	let packing: Promise<PackedChallenge[]> | undefined;
	let warn = (text: string): void => console.warn(text);
	const packOnce = () => (packing ??= packAll(root, (text) => warn(text)));
	return {
		name: 'braise:challenges',
		configResolved(config) {
			root = join(config.root, 'challenges');
			warn = (text) => config.logger.warn(text);
		},
		configureServer(server) {
			server.watcher.add(root);
			server.watcher.on('all', (_event, path) => {
				if (relative(root, path).startsWith('..')) return;
				packing = undefined;
				for (const id of [PUBLIC_MODULE, PRIVATE_MODULE]) {
					for (const { moduleGraph } of Object.values(server.environments)) {
						const module = moduleGraph.getModuleById(`\0${id}`);
						if (module) moduleGraph.invalidateModule(module);
					}
				}
				server.ws.send({ type: 'full-reload' });
			});
		},
		resolveId(id) {
			return id === PUBLIC_MODULE || id === PRIVATE_MODULE ? `\0${id}` : undefined;
		},
		async load(id) {
			if (id !== `\0${PUBLIC_MODULE}` && id !== `\0${PRIVATE_MODULE}`) return undefined;
			// No part of a package may enter the client build: the browser gets challenges as page data only.
			if (this.environment.config.consumer === 'client') throw new Error(`${id.slice(1)} is for the server only`);
			const parts = await packOnce();
			if (id === `\0${PUBLIC_MODULE}`) return moduleOf(parts.map((part) => part.challenge));
			return moduleOf(Object.fromEntries(parts.map((part) => [part.challenge.hash, part.private])));
		}
	};
}

/** Packs all challenges. A broken challenge is left out with a warning, so that it stops neither the others nor the server. */
export async function packAll(root: string, warn: (text: string) => void): Promise<PackedChallenge[]> {
	const packed = await Promise.all(
		challengeFolders(root).map((name) =>
			packChallenge(join(root, name)).catch((error: unknown) => {
				const reason = error instanceof Error ? error.message : String(error);
				warn(`The challenge "${name}" is left out:\n${reason}`);
				return [];
			})
		)
	);
	return packed.flat();
}

/** JSON in a string parses faster than an object literal, and can only be data. */
function moduleOf(value: unknown): string {
	return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
