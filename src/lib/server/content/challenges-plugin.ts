/** A Vite plugin that packs `challenges/` at build time, so that the running server need not read the authors' folders. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { challengePicturePaths } from '#lib/domain/challenge.ts';
import { isStudioId } from '#lib/domain/identity.ts';
import { listChallengeFolders, readChallengeFolder } from './read-folder.ts';
import { packChallenge, type PackedChallenge } from './pack.ts';

/** An earlier process of this run may have packed the folder. Writes the file if one is named but absent. */
export async function sharePackingThroughFile<Result>(root: string, pack: () => Promise<Result>): Promise<Result> {
	const path = process.env['BRAISE_PACKED_CHALLENGES'];
	if (!path) return pack();
	if (!existsSync(path)) {
		const result = await pack();
		writeFileSync(path, JSON.stringify({ root, result }));
		return result;
	}
	// The content is not validated, because the same code wrote this file some seconds ago.
	const shared = JSON.parse(readFileSync(path, 'utf8')) as { root: string; result: Result };
	return shared.root === root ? shared.result : pack();
}

export const CHALLENGE_MODULE_NAMES = {
	public: 'virtual:challenges',
	private: 'virtual:challenges/private',
	folders: 'virtual:challenges/folders'
} as const;

/** Shared by the plugin's instances, because Vitest makes an instance for each of its projects. */
const packResultByRoot = new Map<string, Promise<PackResult>>();

export interface PackResult {
	packedChallenges: PackedChallenge[];
	leftOutTexts: string[];
}

/**
 * Packs at build time, and in development again when a file changes. `virtual:challenges` holds the public parts,
 * `virtual:challenges/private` the private ones, `virtual:challenges/folders` the files as their authors wrote them.
 */
export function challengesPlugin(): Plugin {
	let root = '';
	let picturesFolder = '';
	let warn = (text: string): void => console.warn(text);
	const packOnce = () => {
		const packing = packResultByRoot.get(root) ?? packAndWarn();
		packResultByRoot.set(root, packing);
		return packing;
	};
	const packAndWarn = async () => {
		const packResult = await sharePackingThroughFile(root, () => packAllChallenges(root));
		packResult.leftOutTexts.forEach(warn);
		return packResult;
	};
	return {
		name: 'braise:challenges',
		configResolved(config) {
			root = join(config.root, 'challenges');
			picturesFolder = join(config.root, 'static', 'pictures');
			warn = (text) => config.logger.warn(text);
		},
		configureServer(server) {
			server.watcher.add(root);
			server.watcher.on('all', (_event, path) => {
				if (relative(root, path).startsWith('..')) return;
				packResultByRoot.delete(root);
				for (const id of Object.values(CHALLENGE_MODULE_NAMES)) {
					for (const { moduleGraph } of Object.values(server.environments)) {
						const module = moduleGraph.getModuleById(`\0${id}`);
						if (module) moduleGraph.invalidateModule(module);
					}
				}
				server.ws.send({ type: 'full-reload' });
			});
		},
		resolveId(id) {
			return Object.values<string>(CHALLENGE_MODULE_NAMES).includes(id) ? `\0${id}` : undefined;
		},
		async load(id) {
			const moduleName = Object.values<string>(CHALLENGE_MODULE_NAMES).find((one) => id === `\0${one}`);
			if (moduleName === undefined) return undefined;
			// No part of a package may enter the client build: the browser gets challenges as page data only.
			if (this.environment.config.consumer === 'client') throw new Error(`${moduleName} is for the server only`);
			const { packedChallenges, leftOutTexts } = await packOnce();
			if (moduleName === CHALLENGE_MODULE_NAMES.folders)
				return writeAuthorFilesModule(packedChallenges.map(({ challenge }) => join(root, challenge.id)));
			return moduleName === CHALLENGE_MODULE_NAMES.public
				? writeChallengesModule(packedChallenges, listPicturedChallengeIds(picturesFolder), leftOutTexts)
				: writePrivatePartsModule(packedChallenges);
		}
	};
}

/** Packs all challenges. A broken one is left out, so that it stops neither the others nor the server. */
export async function packAllChallenges(root: string): Promise<PackResult> {
	const packResult: PackResult = { packedChallenges: [], leftOutTexts: [] };
	const names = listChallengeFolders(root);
	const outcomes = await Promise.allSettled(names.map((name) => packCatalogueChallenge(join(root, name), name)));
	for (const [at, outcome] of outcomes.entries()) {
		if (outcome.status === 'fulfilled') packResult.packedChallenges.push(outcome.value);
		else packResult.leftOutTexts.push(`The challenge "${names[at]}" is left out:\n${errorMessageOf(outcome.reason)}`);
	}
	return packResult;
}

const errorMessageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function packCatalogueChallenge(folder: string, name: string): Promise<PackedChallenge> {
	if (isStudioId(name)) throw new Error('its name is one that the studio gives; choose another for everyone to see');
	const packedChallenge = await packChallenge(folder);
	if (packedChallenge.isExercise) throw new Error('it is an exercise, which a teacher publishes to their own classes');
	return packedChallenge;
}

export function writeChallengesModule(
	packages: PackedChallenge[],
	picturedIds: readonly string[],
	leftOutTexts: readonly string[]
): string {
	return [
		writeJsonModule(packages.map(({ challenge }) => challenge)),
		`export const pictured = ${JSON.stringify(picturedIds)};`,
		`export const leftOutTexts = ${JSON.stringify(leftOutTexts)};`
	].join('\n');
}

export function writePrivatePartsModule(packages: PackedChallenge[]): string {
	return writeJsonModule(Object.fromEntries(packages.map((part) => [part.challenge.hash, part.privatePart])));
}

export function writeAuthorFilesModule(folders: readonly string[]): string {
	return writeJsonModule(
		Object.fromEntries(folders.map((folder) => [basename(folder), readChallengeFolder(folder).files]))
	);
}

function listPicturedChallengeIds(folder: string): string[] {
	if (!existsSync(folder)) return [];
	const files = new Set(readdirSync(folder));
	const ids = [...new Set([...files].map((file) => file.replace(/\..*$/, '')))];
	return ids.filter((id) => challengePicturePaths(id).every((file) => files.has(file)));
}

/** Writes a module that exports a value. JSON in a string parses faster than an object literal, and can only be data. */
function writeJsonModule(value: unknown): string {
	return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
