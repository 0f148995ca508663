/** Makes the production build, and tells whether the current build is up to date. */
import { spawn } from 'node:child_process';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BUILDS_FOLDER, findBuildToServe, createBuildName, switchToBuild } from './builds.ts';

const SOURCE_FOLDERS = ['src', 'sandbox', 'challenges', 'messages', 'static', 'scripts'];
// Single files whose change makes a build out of date. project.inlang is absent on purpose, because every build and type check
// writes its settings again, unchanged.
const SINGLE_SOURCE_FILES = ['package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'];
const GENERATED_FOLDER = join('src', 'lib', 'paraglide');
/** The last file that a build writes. */
const HANDLER_FILE = 'handler.js';
/** Gives V8 64 MiB for new objects, because it then collects garbage less often: a build took 49.9 s instead of 54.3 s. */
const LARGER_YOUNG_SPACE_FLAG = '--max-semi-space-size=64';

export async function isBuildFresh(): Promise<boolean> {
	const currentBuild = findBuildToServe();
	const buildTime = currentBuild === undefined ? undefined : await findChangeTime(join(currentBuild, HANDLER_FILE));
	if (buildTime === undefined) return false;
	const changeTimes = await Promise.all([
		...SOURCE_FOLDERS.map(findNewestChangeTime),
		...SINGLE_SOURCE_FILES.map(findChangeTime)
	]);
	return changeTimes.every((change) => change === undefined || change <= buildTime);
}

/** Builds the app and returns the exit code. Until the new build is complete, servers start from the previous one. */
export async function buildApp(): Promise<number> {
	const beginDate = new Date();
	const buildName = createBuildName(beginDate);
	const vitePath = join('node_modules', 'vite', 'bin', 'vite.js');
	const viteProcess = spawn(process.execPath, [LARGER_YOUNG_SPACE_FLAG, vitePath, 'build', '--logLevel', 'warn'], {
		stdio: 'inherit',
		env: { ...process.env, BRAISE_BUILD: join(BUILDS_FOLDER, buildName) }
	});
	const exitCode = await new Promise<number>((resolve) => viteProcess.once('exit', (code) => resolve(code ?? 1)));
	if (exitCode !== 0) {
		await rm(join(BUILDS_FOLDER, buildName), { recursive: true, force: true });
		return exitCode;
	}
	// The handler file gets the time at which the build began, because later edits may not be in the build.
	await utimes(join(BUILDS_FOLDER, buildName, HANDLER_FILE), beginDate, beginDate);
	await switchToBuild(buildName);
	return exitCode;
}

async function findChangeTime(path: string): Promise<number | undefined> {
	try {
		return (await stat(path)).mtimeMs;
	} catch {
		return undefined;
	}
}

/**
 * Returns the time of the newest change below a folder. The times of folders count too, because a deleted file leaves no other trace;
 * the folder of generated files does not count.
 */
async function findNewestChangeTime(folder: string): Promise<number> {
	if (folder === GENERATED_FOLDER) return 0;
	const entries = await readdir(folder, { withFileTypes: true });
	const changeTimes = await Promise.all(
		entries.map((entry) => {
			const path = join(folder, entry.name);
			return entry.isDirectory() ? findNewestChangeTime(path) : findChangeTime(path);
		})
	);
	const ownChangeTime = folder === dirname(GENERATED_FOLDER) ? 0 : await findChangeTime(folder);
	return Math.max(ownChangeTime ?? 0, ...changeTimes.map((change) => change ?? 0));
}
