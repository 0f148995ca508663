/** Keeps builds side by side, each in its own folder, and records which one servers start from. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isProcessAlive } from '#lib/server/db/process-alive.ts';

export const BUILDS_FOLDER = 'build';
/** Besides those that a server runs from. An old page thus finds its files until two more builds were made. */
const KEPT_BUILD_COUNT = 3;
const BUILD_NAME_PATTERN = /^\d{4}-\d\d-\d\dT[\d-]+Z$/;
const CURRENT_BUILD_NAME_FILE = 'current';
const IMMUTABLE_FOLDER = join('client', '_app', 'immutable');
const OWN_FILES_LIST_FILE = 'own.json';
const SERVING_MARK_FILE_PATTERN = /^serving-(\d+)$/;
const START_HINT_CODE = `console.error('This is a part of Braise. Start it from the folder above with: npm start');\nprocess.exit(1);\n`;

export const createBuildName = (moment: Date): string => moment.toISOString().replace(/[:.]/g, '-');

/** Returns the folder that a server starts from, or undefined when there is no build. */
export function findBuildToServe(buildsFolder = BUILDS_FOLDER): string | undefined {
	try {
		const name = readFileSync(join(buildsFolder, CURRENT_BUILD_NAME_FILE), 'utf8').trim();
		return BUILD_NAME_PATTERN.test(name) && existsSync(join(buildsFolder, name)) ? join(buildsFolder, name) : undefined;
	} catch {
		return undefined;
	}
}

/** In a single step. Takes over older builds' files, for pages that are still open, and removes the oldest builds. */
export async function switchToBuild(buildName: string, buildsFolder = BUILDS_FOLDER): Promise<void> {
	const buildFolder = join(buildsFolder, buildName);
	await writeFile(
		join(buildFolder, OWN_FILES_LIST_FILE),
		JSON.stringify(await filesBelow(join(buildFolder, IMMUTABLE_FOLDER)))
	);
	for (const olderBuild of (await buildNamesIn(buildsFolder))
		.filter((one) => one < buildName)
		.slice(1 - KEPT_BUILD_COUNT)) {
		for (const file of await readOwnBuildFiles(join(buildsFolder, olderBuild)))
			await linkOrCopyFile(
				join(buildsFolder, olderBuild, IMMUTABLE_FOLDER, file),
				join(buildFolder, IMMUTABLE_FOLDER, file)
			);
	}
	// These files tell a person who runs them directly how to start Braise.
	for (const path of [join(buildFolder, 'index.js'), join(buildsFolder, 'index.js')])
		await writeFile(path, START_HINT_CODE);
	const nextNameFile = join(buildsFolder, `${CURRENT_BUILD_NAME_FILE}.${process.pid}`);
	await writeFile(nextNameFile, buildName);
	await rename(nextNameFile, join(buildsFolder, CURRENT_BUILD_NAME_FILE));
	await removeOldBuilds(buildsFolder);
}

export function markBuildInUse(buildFolder: string): void {
	const markPath = join(buildFolder, `serving-${process.pid}`);
	writeFileSync(markPath, '');
	process.once('exit', () => rmSync(markPath, { force: true }));
}

async function removeOldBuilds(buildsFolder: string): Promise<void> {
	for (const name of (await buildNamesIn(buildsFolder)).slice(0, -KEPT_BUILD_COUNT)) {
		const buildFolder = join(buildsFolder, name);
		const processIds = (await readdir(buildFolder)).map((file) =>
			Number(SERVING_MARK_FILE_PATTERN.exec(file)?.[1] ?? 0)
		);
		if (!processIds.some((id) => id > 0 && isProcessAlive(id))) await rm(buildFolder, { recursive: true, force: true });
	}
}

async function buildNamesIn(buildsFolder: string): Promise<string[]> {
	return (await readdir(buildsFolder)).filter((name) => BUILD_NAME_PATTERN.test(name)).sort();
}

async function readOwnBuildFiles(buildFolder: string): Promise<string[]> {
	try {
		const files: unknown = JSON.parse(await readFile(join(buildFolder, OWN_FILES_LIST_FILE), 'utf8'));
		return Array.isArray(files) ? files.map(String) : [];
	} catch {
		// A build without a list of its files was interrupted, so newer builds take no files from it.
		return [];
	}
}

async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

async function linkOrCopyFile(from: string, to: string): Promise<void> {
	if (existsSync(to) || !existsSync(from)) return;
	await mkdir(dirname(to), { recursive: true });
	await link(from, to).catch(() => copyFile(from, to));
}
