import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprintSources, FINGERPRINT_FILE, isBuildFresh } from './build.ts';
import { findBuildToServe, createBuildName, switchToBuild } from './builds.ts';

let buildsFolder: string;
beforeEach(() => {
	buildsFolder = mkdtempSync(join(tmpdir(), 'braise-builds-'));
});
afterEach(() => rmSync(buildsFolder, { recursive: true, force: true }));

const buildNameOf = (day: number) => createBuildName(new Date(Date.UTC(2026, 0, day)));
const immutableFilePath = (day: number, path: string) =>
	join(buildsFolder, buildNameOf(day), 'client', '_app', 'immutable', path);

/** Writes the files of a build, one of which no other build has. */
async function writeBuild(day: number): Promise<void> {
	mkdirSync(join(immutableFilePath(day, 'chunks')), { recursive: true });
	writeFileSync(immutableFilePath(day, `chunks/${day}.js`), `build ${day}`);
	writeFileSync(immutableFilePath(day, 'same.js'), 'same');
	writeFileSync(join(buildsFolder, buildNameOf(day), 'handler.js'), '');
	await switchToBuild(buildNameOf(day), buildsFolder);
}

test('a server starts from the newest complete build', async () => {
	expect(findBuildToServe(buildsFolder)).toBeUndefined();
	await writeBuild(1);
	expect(findBuildToServe(buildsFolder)).toBe(join(buildsFolder, buildNameOf(1)));
	mkdirSync(join(buildsFolder, buildNameOf(2), 'client'), { recursive: true });
	expect(findBuildToServe(buildsFolder), 'while the next is being made').toBe(join(buildsFolder, buildNameOf(1)));
	await writeBuild(3);
	expect(findBuildToServe(buildsFolder)).toBe(join(buildsFolder, buildNameOf(3)));
});

test('a build is made again when the content of a source changes, and not for a new time or a compiled message', async () => {
	const root = join(buildsFolder, 'repository');
	const writeSource = (path: string, text: string) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	writeSource('src/lib/a.ts', 'a');
	writeSource('src/lib/b.ts', 'b');
	writeSource('package-lock.json', '{}');
	expect(await isBuildFresh(root), 'without a build').toBe(false);
	const build = join('build', buildNameOf(1));
	writeSource(join(build, 'handler.js'), '');
	writeSource('build/current', buildNameOf(1));
	expect(await isBuildFresh(root), 'a build that does not say from what it was made').toBe(false);
	writeSource(join(build, FINGERPRINT_FILE), await fingerprintSources(root));
	expect(await isBuildFresh(root)).toBe(true);

	writeSource('src/lib/paraglide/messages/a.js', 'compiled');
	writeSource('src/lib/b.ts', 'b');
	const tomorrow = new Date(Date.now() + 86_400_000);
	for (const path of ['src', 'src/lib', 'src/lib/a.ts', 'package-lock.json'])
		utimesSync(join(root, path), tomorrow, tomorrow);
	expect(await isBuildFresh(root), 'the same sources, copied or compiled later').toBe(true);

	for (const [what, change, undo] of [
		['changed', () => writeSource('src/lib/b.ts', 'c'), () => writeSource('src/lib/b.ts', 'b')],
		['added', () => writeSource('src/lib/c.ts', ''), () => rmSync(join(root, 'src/lib/c.ts'))],
		['removed', () => rmSync(join(root, 'src/lib/b.ts')), () => writeSource('src/lib/b.ts', 'b')]
	] as const) {
		change();
		expect(await isBuildFresh(root), what).toBe(false);
		undo();
		expect(await isBuildFresh(root), `${what}, then as before`).toBe(true);
	}
});

test('page files of a build are kept in the next two builds, and then removed', async () => {
	await writeBuild(1);
	const textBefore = readFileSync(immutableFilePath(1, 'chunks/1.js'), 'utf8');
	await writeBuild(2);
	expect(readFileSync(immutableFilePath(2, 'chunks/1.js'), 'utf8')).toBe(textBefore);
	expect(existsSync(immutableFilePath(1, 'chunks/2.js')), 'the one before is as it was').toBe(false);
	await writeBuild(3);
	expect([1, 2, 3].map((day) => existsSync(immutableFilePath(3, `chunks/${day}.js`)))).toEqual([true, true, true]);
	await writeBuild(4);
	expect([1, 2, 3, 4].map((day) => existsSync(immutableFilePath(4, `chunks/${day}.js`)))).toEqual([
		false,
		true,
		true,
		true
	]);
	expect([1, 2, 3, 4].map((day) => existsSync(join(buildsFolder, buildNameOf(day))))).toEqual([
		false,
		true,
		true,
		true
	]);
	expect(readFileSync(immutableFilePath(4, 'same.js'), 'utf8')).toBe('same');
});

test('a build that a server runs from stays until the server has ended', async () => {
	await writeBuild(1);
	const serverSource = `const { markBuildInUse } = await import(${JSON.stringify(join(process.cwd(), 'scripts/builds.ts'))});
		markBuildInUse(${JSON.stringify(join(buildsFolder, buildNameOf(1)))});
		console.log('serves');
		process.stdin.resume();
		process.stdin.once('end', () => process.exit());`;
	const server = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', serverSource], {
		stdio: ['pipe', 'pipe', 'inherit']
	});
	await once(server.stdout, 'data');
	for (const day of [2, 3, 4]) await writeBuild(day);
	expect(existsSync(immutableFilePath(1, 'chunks/1.js'))).toBe(true);
	const serverExit = once(server, 'exit');
	server.stdin.end();
	await serverExit;
	await writeBuild(5);
	expect(existsSync(join(buildsFolder, buildNameOf(1)))).toBe(false);
}, 120_000);

test('`node build` fails, and says to use `npm start`', async () => {
	await writeBuild(1);
	writeFileSync(join(buildsFolder, 'package.json'), '{ "type": "module" }');
	for (const path of [buildsFolder, join(buildsFolder, buildNameOf(1))]) {
		const nodeRun = spawnSync(process.execPath, [join(path, 'index.js')], { encoding: 'utf8' });
		expect([nodeRun.status, nodeRun.stderr]).toEqual([1, expect.stringContaining('npm start')]);
	}
}, 120_000);
