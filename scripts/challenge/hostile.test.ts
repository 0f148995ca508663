/** Tests that scenes which attack the command are reported and leave the machine unchanged. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createJudge } from '#sandbox/judge/index.ts';
import { problemLine } from '#lib/server/content/problem.ts';
import { assembleFixture } from './assemble.ts';
import { checkChallenge } from './check.ts';

const judge = createJudge();
const root = mkdtempSync(join(tmpdir(), 'braise-hostile-'));
const written = join(root, 'written.txt');

afterAll(async () => {
	rmSync(root, { recursive: true, force: true });
	await judge.close();
});

/** What the command says of the template's scene, changed. */
async function check(change: (scene: string) => string): Promise<string[]> {
	const folder = assembleFixture('start-passes', root);
	const scene = join(folder, 'scene.ts');
	const changed = change(readFileSync(scene, 'utf8'));
	expect(changed).not.toBe(readFileSync(scene, 'utf8'));
	writeFileSync(scene, changed);
	const { problems } = await checkChallenge(folder, judge, { isFull: true });
	return problems.filter(({ file }) => file !== 'start/en/main.ts').map(problemLine);
}

/** The beginning of a function of the scene's, and what is done there first. */
const at = (name: string, code: string) => (scene: string) =>
	scene.replace(new RegExp(`(export function ${name}\\(.*\\{\n)`), (_, head: string) => `${head}\t${code}\n`);

test('a scene that goes out by any constructor reads and writes no file', async () => {
	const escape = `
	const found = [];
	for (const from of [measure, background, console.log, days, (0, eval)('globalThis'), JSON.stringify, Object(values).constructor]) {
		for (const reach of [from?.constructor, from?.constructor?.constructor]) {
			try {
				const process = reach('return process')();
				const fs = process.getBuiltinModule('node:fs');
				fs.writeFileSync(${JSON.stringify(written)}, fs.readFileSync('/etc/hosts', 'utf8'));
				found.push(process.version);
			} catch {}
		}
	}
	if (found.length > 0) return [{ id: 'thrown', value: NaN, unit: 'count' }] as any;`;
	expect(await check((scene) => `// @ts-nocheck\n${at('measure', escape)(scene)}`)).toEqual([]);
	expect(existsSync(written)).toBe(false);
});

test('a promise that never comes to rest does not keep the command from ending', async () => {
	const looping = 'const again = (): Promise<unknown> => Promise.resolve().then(again); void again();';
	expect(await check(at('measure', looping))).toEqual([]);
});

test('a loop without end in measure is said with its option', async () => {
	expect(await check(at('measure', `if (option === 'usual') for (;;);`))).toEqual([
		expect.stringMatching(/^scene\.ts:68: measure, for option "usual": it does not end within the limit$/)
	]);
}, 90_000);
