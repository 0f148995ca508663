/** Keeps builds side by side, each in its own folder, and names the one to start from. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const BUILDS_FOLDER = 'build';
/**
 * Number of builds to keep, besides those that a server runs from. An old page thus finds its files until two more builds were
 * made.
 */
const BUILDS_KEPT = 3;
const BUILD_NAME = /^\d{4}-\d\d-\d\dT[\d-]+Z$/;
const CURRENT_LINK = 'current';
/** Folder of files with a content hash in their names, which builds can therefore share. */
const IMMUTABLE_FOLDER = join('client', '_app', 'immutable');
/** File that lists the files which a build made itself, without those taken over from older builds. */
const OWN_FILES_LIST = 'own.json';
const SERVING_MARK = /^serving-(\d+)$/;
const START_HINT = `console.error('This is a part of Braise. Start it from the folder above with: npm start');\nprocess.exit(1);\n`;

export const createBuildName = (moment: Date): string => moment.toISOString().replace(/[:.]/g, '-');

/** Returns the folder that a server starts from, or undefined when there is no build. */
export function findBuildToServe(folder = BUILDS_FOLDER): string | undefined {
	try {
		const name = readFileSync(join(folder, CURRENT_LINK), 'utf8').trim();
		return BUILD_NAME.test(name) && existsSync(join(folder, name)) ? join(folder, name) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Makes the complete build `name` the current one, as the last and single step. Before that, gives it the files of older builds,
 * for pages that are still open.
 */
export async function switchToBuild(name: string, folder = BUILDS_FOLDER): Promise<void> {
	const buildFolder = join(folder, name);
	await writeFile(
		join(buildFolder, OWN_FILES_LIST),
		JSON.stringify(await filesBelow(join(buildFolder, IMMUTABLE_FOLDER)))
	);
	for (const older of (await buildsIn(folder)).filter((one) => one < name).slice(1 - BUILDS_KEPT)) {
		for (const file of await ownFiles(join(folder, older)))
			await takeOver(join(folder, older, IMMUTABLE_FOLDER, file), join(buildFolder, IMMUTABLE_FOLDER, file));
	}
	// Whoever runs a build's files directly is told how to start it.
	for (const path of [join(buildFolder, 'index.js'), join(folder, 'index.js')]) await writeFile(path, START_HINT);
	const next = join(folder, `${CURRENT_LINK}.${process.pid}`);
	await writeFile(next, name);
	await rename(next, join(folder, CURRENT_LINK));
	await removeOldBuilds(folder);
}

/** Marks the build as in use, so that it is not removed while this process lives. */
export function markBuildInUse(build: string): void {
	const mark = join(build, `serving-${process.pid}`);
	writeFileSync(mark, '');
	process.once('exit', () => rmSync(mark, { force: true }));
}

async function removeOldBuilds(folder: string): Promise<void> {
	for (const name of (await buildsIn(folder)).slice(0, -BUILDS_KEPT)) {
		const build = join(folder, name);
		const marks = (await readdir(build)).map((file) => Number(SERVING_MARK.exec(file)?.[1] ?? 0));
		if (!marks.some((id) => id > 0 && isProcessAlive(id))) await rm(build, { recursive: true, force: true });
	}
}

/** Returns the names of the builds in the folder, oldest first. */
async function buildsIn(folder: string): Promise<string[]> {
	return (await readdir(folder)).filter((name) => BUILD_NAME.test(name)).sort();
}

async function ownFiles(build: string): Promise<string[]> {
	try {
		const files: unknown = JSON.parse(await readFile(join(build, OWN_FILES_LIST), 'utf8'));
		return Array.isArray(files) ? files.map(String) : [];
	} catch {
		// Without this list, the build was never finished.
		return [];
	}
}

async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Gives a build a file of an older one, as a hard link, or as a copy where the disk has no links. */
async function takeOver(from: string, to: string): Promise<void> {
	if (existsSync(to) || !existsSync(from)) return;
	await mkdir(dirname(to), { recursive: true });
	await link(from, to).catch(() => copyFile(from, to));
}

function isProcessAlive(id: number): boolean {
	try {
		process.kill(id, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
