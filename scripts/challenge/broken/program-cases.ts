/** Folders whose programs do not compile, are missing, or import files that they may not import. */
import type { BrokenFolderCase } from './author-folder.ts';

const SOLUTION_FILE = 'private/solution/main.ts';
const START_PROGRAM_PATHS = ['start/fr/main.ts', 'start/en/main.ts'];

export const BROKEN_PROGRAM_CASES: BrokenFolderCase[] = [
	{
		name: 'imports that reach out of the program',
		break(folder, { secretFolder: outside }) {
			const refusedSpecifiers = [
				`${outside}/secret.ts`,
				`../../../../../..${outside}/secret.ts`,
				'node:fs',
				'https://a.example/a.js',
				'./private/solution/main.ts',
				'../private/solution/main.ts',
				'data/../private/solution/main.ts',
				'./checks/build.ts'
			];
			folder.prepend('start/en/main.ts', refusedSpecifiers.map((one) => `import '${one}';\n`).join(''));
		},
		expectedLines: [
			/^start\/en\/main\.ts:1: there is no "\/.*\/secret\.ts" to import$/,
			/^start\/en\/main\.ts:2: there is no "\.\.\/.*\/secret\.ts" to import$/,
			'start/en/main.ts:3: there is no "node:fs" to import',
			'start/en/main.ts:4: there is no "https://a.example/a.js" to import',
			'start/en/main.ts:5: there is no "./private/solution/main.ts" to import',
			'start/en/main.ts:6: there is no "../private/solution/main.ts" to import',
			'start/en/main.ts:7: there is no "data/../private/solution/main.ts" to import',
			'start/en/main.ts:8: there is no "./checks/build.ts" to import'
		],
		hasOtherLines: true
	},
	{
		name: 'a comment that brings a file from outside into the type check',
		break: (folder, { secretFolder: outside }) =>
			folder.prepend(SOLUTION_FILE, `/// <reference path="../../../../../..${outside}/secret.ts" />\n`),
		expectedLines: [/^private\/solution\/main\.ts:1: File '.*\/secret\.ts' not found\.$/],
		hasOtherLines: true
	},
	{
		name: 'a start, a check and a scene that are no TypeScript',
		break(folder) {
			folder.write('start/en/main.ts', 'export function trays(meals: number) {\n\treturn meals / ;\n}\n');
			folder.write('checks/build.ts', "import { test } from 'vitest';\ntest('more', () => {\n");
			folder.prepend('scene.ts', 'export const = 3;\n');
		},
		expectedLines: [/^scene\.ts:1: /, /^checks\/build\.ts:\d: /, /^start\/en\/main\.ts:2: /],
		hasOtherLines: true
	},
	{
		name: 'data that is no JSON',
		break(folder) {
			folder.write('data/more.json', '{ "a": 1, }');
			folder.prepend('scene.ts', "import more from './data/more.json';\nexport const other = more;\n");
		},
		expectedLines: [/^data\/more\.json:1: /],
		hasOtherLines: true
	},
	{
		name: 'a program that is nested fifty thousand times',
		break: (folder) => {
			for (const file of START_PROGRAM_PATHS)
				folder.write(file, `${folder.read(file)}export const deep = ${'['.repeat(50_000)}${']'.repeat(50_000)};\n`);
		},
		expectedLines: [/^start\/en\/main\.ts:1: it is too large to compile/],
		hasOtherLines: true,
		isLong: true
	},
	{
		name: 'no solution',
		break: (folder) => folder.remove('private/solution'),
		expectedLines: ['private/solution/main.ts:1: is missing: without it nobody knows that the challenge can be solved'],
		hasOtherLines: true
	},
	{
		name: 'nothing to start with',
		break: (folder) => folder.remove('start'),
		expectedLines: ['challenge.yaml:33: there is no main.ts to start with'],
		hasOtherLines: true
	},
	{
		name: 'no checks, and none that are held back',
		break: (folder) => folder.remove('checks', 'private/checks'),
		expectedLines: ['challenge.yaml:41: checks/build.yaml is missing, or checks/build.ts'],
		hasOtherLines: true
	}
];
