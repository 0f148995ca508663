/** Builds side by side: each in a folder of its own, the newest one named in a file, and of those before what open pages still ask for. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const BUILDS = 'build';
/** How many are kept: an old page finds its files until two more builds were made. A build that a server runs from is kept in any case. */
const KEPT = 3;
const NAME = /^\d{4}-\d\d-\d\dT[\d-]+Z$/;
const CURRENT = 'current';
/** Files whose names hold a hash of what is in them: they are the same wherever they lie. */
const IMMUTABLE = join('client', '_app', 'immutable');
/** Those that a build made itself, beside those that it took over. */
const OWN = 'own.json';
const SERVING = /^serving-(\d+)$/;
const WORDS = `console.error('This is a part of Braise. Start it from the folder above with: npm start');\nprocess.exit(1);\n`;

export const nameOfBuild = (moment: Date): string => moment.toISOString().replace(/[:.]/g, '-');

/** The folder that a server starts from. Undefined: nothing was built. */
export function currentBuild(folder = BUILDS): string | undefined {
	try {
		const name = readFileSync(join(folder, CURRENT), 'utf8').trim();
		return NAME.test(name) && existsSync(join(folder, name)) ? join(folder, name) : undefined;
	} catch {
		return undefined;
	}
}

/** What was made in `name` is complete: from now on servers start from it. Until the last step nothing of the one before has changed. */
export async function switchTo(name: string, folder = BUILDS): Promise<void> {
	const made = join(folder, name);
	await writeFile(join(made, OWN), JSON.stringify(await filesBelow(join(made, IMMUTABLE))));
	for (const older of (await buildsIn(folder)).filter((one) => one < name).slice(1 - KEPT)) {
		for (const file of await ownFiles(join(folder, older)))
			await takeOver(join(folder, older, IMMUTABLE, file), join(made, IMMUTABLE, file));
	}
	// Whoever runs a build by itself hears how it wants to be started.
	for (const path of [join(made, 'index.js'), join(folder, 'index.js')]) await writeFile(path, WORDS);
	const next = join(folder, `${CURRENT}.${process.pid}`);
	await writeFile(next, name);
	await rename(next, join(folder, CURRENT));
	await removeOld(folder);
}

/** While this process lives the build in `build` is not removed. */
export function serveFrom(build: string): void {
	const mark = join(build, `serving-${process.pid}`);
	writeFileSync(mark, '');
	process.once('exit', () => rmSync(mark, { force: true }));
}

async function removeOld(folder: string): Promise<void> {
	for (const name of (await buildsIn(folder)).slice(0, -KEPT)) {
		const build = join(folder, name);
		const marks = (await readdir(build)).map((file) => Number(SERVING.exec(file)?.[1] ?? 0));
		if (!marks.some((id) => id > 0 && lives(id))) await rm(build, { recursive: true, force: true });
	}
}

/** Oldest first. */
async function buildsIn(folder: string): Promise<string[]> {
	return (await readdir(folder)).filter((name) => NAME.test(name)).sort();
}

async function ownFiles(build: string): Promise<string[]> {
	try {
		const files: unknown = JSON.parse(await readFile(join(build, OWN), 'utf8'));
		return Array.isArray(files) ? files.map(String) : [];
	} catch {
		// It was not finished.
		return [];
	}
}

async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** As a second name of the same file, where the disk has such a thing. */
async function takeOver(from: string, to: string): Promise<void> {
	if (existsSync(to) || !existsSync(from)) return;
	await mkdir(dirname(to), { recursive: true });
	await link(from, to).catch(() => copyFile(from, to));
}

function lives(id: number): boolean {
	try {
		process.kill(id, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
