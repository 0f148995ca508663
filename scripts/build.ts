/** Makes the production build, and tells whether the current build is up to date. */
import { spawn } from 'node:child_process';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BUILDS_FOLDER, findBuildToServe, createBuildName, switchToBuild } from './builds.ts';

const SOURCE_FOLDERS = ['src', 'sandbox', 'challenges', 'messages', 'static', 'scripts'];
// Single files whose change makes a build out of date. project.inlang is absent on purpose, because every build and type check
// writes its settings again, unchanged.
const SINGLE_SOURCES = ['package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'];
const GENERATED_FOLDER = join('src', 'lib', 'paraglide');
/** The last file that a build writes. */
const HANDLER_FILE = 'handler.js';

export async function buildIsFresh(): Promise<boolean> {
	const current = findBuildToServe();
	const buildTime = current === undefined ? undefined : await changedAt(join(current, HANDLER_FILE));
	if (buildTime === undefined) return false;
	const changes = await Promise.all([...SOURCE_FOLDERS.map(newestBelow), ...SINGLE_SOURCES.map(changedAt)]);
	return changes.every((change) => change === undefined || change <= buildTime);
}

/** Builds and returns the exit code. Servers start from the build before until this build is complete. */
export async function buildApp(): Promise<number> {
	const began = new Date();
	const name = createBuildName(began);
	const vite = join('node_modules', 'vite', 'bin', 'vite.js');
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		stdio: 'inherit',
		env: { ...process.env, BRAISE_BUILD: join(BUILDS_FOLDER, name) }
	});
	const code = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
	if (code !== 0) {
		await rm(join(BUILDS_FOLDER, name), { recursive: true, force: true });
		return code;
	}
	// The build gets the time at which it began, because later edits may not be in it.
	await utimes(join(BUILDS_FOLDER, name, HANDLER_FILE), began, began);
	await switchToBuild(name);
	return code;
}

async function changedAt(path: string): Promise<number | undefined> {
	try {
		return (await stat(path)).mtimeMs;
	} catch {
		return undefined;
	}
}

/**
 * Returns the time of the newest change. Folders count, because a deletion changes nothing else; the folder of generated files does
 * not.
 */
async function newestBelow(folder: string): Promise<number> {
	if (folder === GENERATED_FOLDER) return 0;
	const entries = await readdir(folder, { withFileTypes: true });
	const changes = await Promise.all(
		entries.map((entry) => {
			const path = join(folder, entry.name);
			return entry.isDirectory() ? newestBelow(path) : changedAt(path);
		})
	);
	const own = folder === dirname(GENERATED_FOLDER) ? 0 : await changedAt(folder);
	return Math.max(own ?? 0, ...changes.map((change) => change ?? 0));
}
