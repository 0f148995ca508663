/** Folders whose programs try to leave the judge, or never end. */
import type { BreakableFolder, BrokenFolderCase, ForbiddenTargets } from './author-folder.ts';

const SOLUTION_FILE = 'private/solution/main.ts';
const HELD_BACK_CHECKS_FILE = 'private/checks/build.ts';

/** Returns code that writes a file and calls a port, in every way that plain Node allows. */
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

/** Inserts code at the beginning of the scene's `measure`. */
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
