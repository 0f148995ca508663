import type { BrokenFolderCase, BreakableFolder, ForbiddenTargets } from './author-folder.ts';

const HELD_BACK_CHECKS_FILE = 'private/checks/build.ts';

export function createSandboxEscapeCode({ tracePath, port }: ForbiddenTargets): string {
	return `(() => {
	const makers = [() => globalThis, () => (0, eval)('globalThis')];
	for (const one of [() => 0, [], {}, JSON.stringify, console.log])
		makers.push(() => (one as any).constructor.constructor('return globalThis')(), () => (one as any).constructor('return globalThis')());
	const ways = [
		({ process }: any) => process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(tracePath)}, 'out'),
		({ process }: any) => process.mainModule.require('node:fs').writeFileSync(${JSON.stringify(tracePath)}, 'out'),
		({ process }: any) => process.getBuiltinModule('node:net').connect(${port}, '127.0.0.1').on('error', () => 0),
		({ fetch }: any) => fetch('http://127.0.0.1:${port}').catch(() => 0)
	];
	for (const make of makers) for (const way of ways) try { way(make()); } catch {}
})();
`;
}

function insertInMeasureFunction(folder: BreakableFolder, code: string): void {
	const measureHead = 'export function measure(option: string, values: Record<string, number> = {}) {\n';
	folder.replace('scene.ts', measureHead, measureHead + code);
}

export const JUDGE_ESCAPE_CASES: BrokenFolderCase[] = [
	{
		name: 'programs, checks and a scene that want out',
		break(folder, outside) {
			const code = createSandboxEscapeCode(outside);
			for (const file of ['start/fr/main.ts', 'start/en/main.ts', SOLUTION_FILE, HELD_BACK_CHECKS_FILE])
				folder.prepend(file, code);
			folder.write('checks/build.ts', code);
			folder.write('private/mutants/wants-out/main.ts', `${code}export const trays = (meals: number) => meals;\n`);
			insertInMeasureFunction(folder, code);
		},
		expectedLines: []
	},
	{
		name: 'a held-back check that reads the network',
		break: (folder, { port }) =>
			folder.replace(HELD_BACK_CHECKS_FILE, '() => {\n', `async () => {\n\tawait fetch('http://127.0.0.1:${port}');\n`),
		expectedLines: [/^private\/checks\/build\.ts:7: the solution fails "enough-and-no-more": ReferenceError: /],
		hasOtherLines: true
	},
	{
		name: 'a solution that never ends',
		break: (folder) => folder.prepend(SOLUTION_FILE, 'for (;;);\n'),
		expectedLines: ['private/solution/main.ts:1: the solution does not load: it does not end within the limit'],
		isLong: true
	},
	{
		name: 'a check that never ends',
		break: (folder) =>
			folder.write('checks/build.ts', "import { test } from 'vitest';\n\ntest('endless', () => {\n\tfor (;;);\n});\n"),
		expectedLines: ['checks/build.ts:3: the solution fails "endless": it does not end within the limit'],
		hasOtherLines: true,
		isLong: true
	},
	{
		name: 'a mutant that never ends, and is not meant to',
		break: (folder) => folder.replace('private/mutants.yaml', 'by: Math.floor\n', "by: '((): any => { for (;;); })'\n"),
		expectedLines: [
			/^private\/mutants\.yaml:\d+: the mutant "rounds-down" breaks and fails no check; call it "breaks-rounds-down"/
		],
		isLong: true
	},
	{
		name: 'figures that never come',
		break: (folder) => insertInMeasureFunction(folder, "\tif (option === 'usual') for (;;);\n"),
		expectedLines: ['scene.ts:68: measure, for option "usual": it does not end within the limit']
	},
	{
		name: 'a promise that never comes to rest',
		break: (folder) =>
			insertInMeasureFunction(
				folder,
				'\tconst again = (): Promise<unknown> => Promise.resolve().then(again);\n\tvoid again();\n'
			),
		expectedLines: []
	},
	{
		name: 'a solution that fills the memory',
		break: (folder) =>
			folder.prepend(SOLUTION_FILE, 'const all: number[][] = [];\nfor (;;) all.push(new Array(100_000).fill(1));\n'),
		expectedLines: ['private/solution/main.ts:1: the solution does not load: out of memory'],
		hasOtherLines: true
	}
];

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
