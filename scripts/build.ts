import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILDS_FOLDER, findBuildToServe, createBuildName, switchToBuild } from './builds.ts';

const SOURCE_FOLDERS = ['src', 'sandbox', 'challenges', 'messages', 'static', 'scripts'];
// Single files whose change makes a build out of date. project.inlang is absent on purpose, because every build and type check
// writes its settings again, unchanged.
const SINGLE_SOURCE_FILES = ['package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'];
/** Compiled from `messages`, by builds and by others at other times. */
const GENERATED_FOLDER = join('src', 'lib', 'paraglide');
export const FINGERPRINT_FILE = 'sources.sha256';
/** Gives V8 64 MiB for new objects, because it then collects garbage less often: a build took 49.9 s instead of 54.3 s. */
const LARGER_YOUNG_SPACE_FLAG = '--max-semi-space-size=64';
/** Vite prints this about a challenge that the build goes without: see challenges-plugin.ts. */
const LEFT_OUT_CHALLENGE_PATTERN = /^The challenge ".*" is left out:\n(?:.+\n?)*/gm;

export async function isBuildFresh(root = '.'): Promise<boolean> {
	const currentBuild = findBuildToServe(join(root, BUILDS_FOLDER));
	if (currentBuild === undefined) return false;
	const builtFingerprint = await readFile(join(currentBuild, FINGERPRINT_FILE), 'utf8').catch(() => undefined);
	return builtFingerprint === (await fingerprintSources(root));
}

export async function fingerprintSources(root = '.'): Promise<string> {
	const folderPaths = await Promise.all(SOURCE_FOLDERS.map((folder) => listFilesBelow(root, folder)));
	const fingerprint = createHash('sha256');
	for (const path of [...folderPaths.flat(), ...SINGLE_SOURCE_FILES].sort()) {
		const content = await readFile(join(root, path)).catch(() => undefined);
		fingerprint.update(`${path}\0${content?.length ?? 'missing'}\0`).update(content ?? '');
	}
	return fingerprint.digest('hex');
}

/** Returns the exit code. Servers start from the previous build until the new one is complete. */
export async function buildApp({ isVerbose = false } = {}): Promise<number> {
	const beginDate = new Date();
	const buildName = createBuildName(beginDate);
	// Taken before the build, because later edits may not be in it.
	const fingerprint = await fingerprintSources();
	console.log('Building, which takes about a minute…');
	const { exitCode, output } = await runVite(join(BUILDS_FOLDER, buildName), isVerbose);
	if (exitCode !== 0) {
		console.error(output);
		await rm(join(BUILDS_FOLDER, buildName), { recursive: true, force: true });
		return exitCode;
	}
	for (const [text] of output.matchAll(LEFT_OUT_CHALLENGE_PATTERN)) console.warn(text.trimEnd());
	await writeFile(join(BUILDS_FOLDER, buildName, FINGERPRINT_FILE), fingerprint);
	await switchToBuild(buildName);
	console.log(`Built in ${Math.round((Date.now() - beginDate.getTime()) / 1000)} s.`);
	return exitCode;
}

function runVite(outputFolder: string, isVerbose: boolean): Promise<{ exitCode: number; output: string }> {
	const vitePath = join('node_modules', 'vite', 'bin', 'vite.js');
	const viteArguments = [LARGER_YOUNG_SPACE_FLAG, vitePath, 'build', '--logLevel', isVerbose ? 'info' : 'warn'];
	const viteProcess = spawn(process.execPath, viteArguments, {
		stdio: isVerbose ? 'inherit' : ['inherit', 'pipe', 'pipe'],
		env: { ...process.env, BRAISE_BUILD: outputFolder }
	});
	let output = '';
	for (const stream of [viteProcess.stdout, viteProcess.stderr])
		stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
	return new Promise((resolve) => viteProcess.once('close', (code) => resolve({ exitCode: code ?? 1, output })));
}

async function listFilesBelow(root: string, folder: string): Promise<string[]> {
	if (folder === GENERATED_FOLDER) return [];
	const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
	const paths = entries.map((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? listFilesBelow(root, path) : [path];
	});
	return (await Promise.all(paths)).flat();
}
