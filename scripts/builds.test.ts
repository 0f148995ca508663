/** Tests how a build replaces another while servers and pages still use the older one. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBuildToServe, createBuildName, switchToBuild } from './builds.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'braise-builds-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const name = (day: number) => createBuildName(new Date(Date.UTC(2026, 0, day)));
const file = (day: number, path: string) => join(folder, name(day), 'client', '_app', 'immutable', path);

/** Writes the files of a build, one of which no other build has. */
async function aBuild(day: number): Promise<void> {
	mkdirSync(join(file(day, 'chunks')), { recursive: true });
	writeFileSync(file(day, `chunks/${day}.js`), `build ${day}`);
	writeFileSync(file(day, 'same.js'), 'same');
	writeFileSync(join(folder, name(day), 'handler.js'), '');
	await switchToBuild(name(day), folder);
}

test('a server starts from the newest build, and only from one that is complete', async () => {
	expect(findBuildToServe(folder)).toBeUndefined();
	await aBuild(1);
	expect(findBuildToServe(folder)).toBe(join(folder, name(1)));
	mkdirSync(join(folder, name(2), 'client'), { recursive: true });
	expect(findBuildToServe(folder), 'while the next is being made').toBe(join(folder, name(1)));
	await aBuild(3);
	expect(findBuildToServe(folder)).toBe(join(folder, name(3)));
});

test('files of an older build’s pages stay in the newest one for two builds, and then go', async () => {
	await aBuild(1);
	const before = readFileSync(file(1, 'chunks/1.js'), 'utf8');
	await aBuild(2);
	expect(readFileSync(file(2, 'chunks/1.js'), 'utf8')).toBe(before);
	expect(existsSync(file(1, 'chunks/2.js')), 'the one before is as it was').toBe(false);
	await aBuild(3);
	expect([1, 2, 3].map((day) => existsSync(file(3, `chunks/${day}.js`)))).toEqual([true, true, true]);
	await aBuild(4);
	expect([1, 2, 3, 4].map((day) => existsSync(file(4, `chunks/${day}.js`)))).toEqual([false, true, true, true]);
	expect([1, 2, 3, 4].map((day) => existsSync(join(folder, name(day))))).toEqual([false, true, true, true]);
	expect(readFileSync(file(4, 'same.js'), 'utf8')).toBe('same');
});

test('a build that a server runs from stays until the server has ended', async () => {
	await aBuild(1);
	const source = `const { markBuildInUse } = await import(${JSON.stringify(join(process.cwd(), 'scripts/builds.ts'))});
		markBuildInUse(${JSON.stringify(join(folder, name(1)))});
		console.log('serves');
		process.stdin.resume();
		process.stdin.once('end', () => process.exit());`;
	const server = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
		stdio: ['pipe', 'pipe', 'inherit']
	});
	await once(server.stdout, 'data');
	for (const day of [2, 3, 4]) await aBuild(day);
	expect(existsSync(file(1, 'chunks/1.js'))).toBe(true);
	const serverExit = once(server, 'exit');
	server.stdin.end();
	await serverExit;
	await aBuild(5);
	expect(existsSync(join(folder, name(1)))).toBe(false);
}, 120_000);

test('`node build` says how Braise wants to be started', async () => {
	await aBuild(1);
	writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
	for (const path of [folder, join(folder, name(1))]) {
		const ran = spawnSync(process.execPath, [join(path, 'index.js')], { encoding: 'utf8' });
		expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining('npm start')]);
	}
}, 120_000);
