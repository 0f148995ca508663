import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const DOCUMENTS_WITH_COMMANDS = ['README.md', 'CONTRIBUTING.md', 'challenges/README.md', 'challenges/README.en.md'];
/**
 * For each documented command: a file that runs it, and words of that file that prove this. Some files use small amounts only:
 * `npm run test:more` asks `npm run dev` for what it serves, and the soak also runs a program there.
 */
const RUN_PROOFS_BY_COMMAND: Record<string, [file: string, words: string]> = {
	'npm ci': ['.ci/run', 'npm ci'],
	'npm start': ['tests/servers.ts', 'scripts/start.ts'],
	'npm test': ['.ci/run', 'npm test'],
	'npm run test:more': ['.ci/run', 'npm run test:more'],
	'npm run dev': ['tests/commands/dev.spec.ts', "'run', 'dev'"],
	'npm run unit': ['scripts/test.ts', 'vitest/vitest.mjs'],
	'npm run unit -- --changed': ['scripts/unit-changed.test.ts', "'unit', '--', '--changed'"],
	'npm run check': ['scripts/test.ts', "runNpmScript('check')"],
	'npm run lint': ['scripts/test.ts', "runNpmScript('lint')"],
	'npm run format': ['scripts/format.test.ts', "'format', '--'"],
	'npm run challenge -- new': ['scripts/challenge/command.test.ts', "runCommandInProcess('new'"],
	'npm run challenge -- --help': ['scripts/challenge/command.test.ts', "[['--help']"],
	'npm run challenge -- check': ['scripts/challenge/command.test.ts', "spawnCommand('check'"],
	'npm run challenge -- examples': ['scripts/challenge/command.test.ts', "runCommandInProcess('examples'"],
	'npm run challenge -- preview': ['tests/commands/challenge.spec.ts', "'preview'"],
	'npm run challenge -- picture': ['tests/commands/challenge.spec.ts', "'picture'"],
	'npm run backup': ['scripts/data-commands.test.ts', "runNpmScript('backup')"],
	'npm run soak': ['scripts/documented.test.ts', 'scripts/soak.ts'],
	'npm run bench -- --saves': ['tests/commands/bench.spec.ts', '--saves'],
	'npm run bench -- --class': ['tests/commands/bench.spec.ts', '--class'],
	'npm run bench -- --joins': ['tests/commands/bench.spec.ts', '--joins'],
	'npm run bench -- --bell': ['tests/commands/bench.spec.ts', '--bell'],
	'npm run bench -- --catalogue': ['tests/commands/bench.spec.ts', '--catalogue'],
	'npm run bench -- --wall': ['tests/commands/bench.spec.ts', '--wall'],
	'npm run bench -- --frames': ['tests/commands/bench.spec.ts', '--frames'],
	'npm run bench -- --projects': ['tests/commands/bench.spec.ts', '--projects'],
	'npm run bench -- --waterfall': ['tests/commands/bench.spec.ts', '--waterfall'],
	'npm run bench -- --hostile': ['tests/commands/bench.spec.ts', '--hostile']
};

/**
 * Documented commands that only the soak runs, because each takes half a minute even with tiny amounts. `npm run
 * test:more` runs `bench -- --judge`; of the soak, `npm test` checks only that the files of its parts exist.
 */
const SOAK_ONLY_COMMANDS = new Set(
	['saves', 'class', 'joins', 'bell', 'catalogue', 'wall', 'frames', 'projects', 'waterfall', 'hostile'].map(
		(part) => `npm run bench -- --${part}`
	)
);

/** Documented commands whose tests are tagged `more`. */
const MORE_COMMANDS = new Set([
	'npm run dev',
	'npm run backup',
	'npm run challenge -- new',
	'npm run challenge -- check'
]);

const COMMAND_PATTERN = /npm (?:ci|start|test|run [\w:-]+)(?: -- (?:--)?[a-z][\w-]*)?/g;
const documentedCommands = new Set(
	DOCUMENTS_WITH_COMMANDS.flatMap((path) => readFileSync(path, 'utf8').match(COMMAND_PATTERN) ?? [])
);

test('commands are found in the documents', () => {
	expect([...documentedCommands]).toEqual(
		expect.arrayContaining(['npm start', 'npm run dev', 'npm run challenge -- check'])
	);
});

function findRunningSuite(command: string): string {
	if (SOAK_ONLY_COMMANDS.has(command)) return 'the soak alone';
	return MORE_COMMANDS.has(command) ? 'npm run test:more' : 'npm test';
}

test.each([...documentedCommands].map((command) => [command, findRunningSuite(command)]))(
	'%s is run by %s',
	(command) => {
		const [file = '', words = ''] = RUN_PROOFS_BY_COMMAND[command] ?? [];
		expect(file, `no test runs it: write one, and name it in ${import.meta.filename}`).not.toBe('');
		const proofText = readFileSync(file, 'utf8');
		const proofLines = proofText.split('\n').filter((line) => line.includes(words));
		expect(proofLines).not.toEqual([]);
		// A title that is tagged for the soak is no proof for `npm test`.
		const isInEachRun = proofLines.some((line) => !line.includes('@soak'));
		expect(isInEachRun).toBe(!SOAK_ONLY_COMMANDS.has(command));
		if (MORE_COMMANDS.has(command)) expect(proofText).toMatch(/(?:tags: \['|tag: '@)more'/);
	}
);

test('each documented command is a script of package.json', () => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
	const unprovedCommands = [...documentedCommands]
		.map((command) => /^npm (?:run )?([\w:-]+)/.exec(command)?.[1] ?? '')
		.filter((name) => name !== 'ci' && scripts[name] === undefined);
	expect(unprovedCommands).toEqual([]);
});

/** Text of the soak, which would take an hour to run here. `npm test` checks that the files of its parts exist. */
const soakSource = readFileSync('scripts/soak.ts', 'utf8');
const pathsInSoak = [
	...soakSource.matchAll(/'((?:attacks|commands|e2e|editor|kills|sandbox|scripts|src|storage)\/[\w/-]*)'/g)
].map(([, path = '']) => path);

test('every file that the soak names exists', () => {
	expect(pathsInSoak.length).toBeGreaterThan(10);
	const doesTestPathExist = (path: string) =>
		existsSync(path) || ['.spec.ts', '.chromium.spec.ts', ''].some((ending) => existsSync(`tests/${path}${ending}`));
	expect(pathsInSoak.filter((path) => !doesTestPathExist(path))).toEqual([]);
});

test('every test that only the soak runs belongs to one of its parts', () => {
	const files = ['tests', 'src', 'sandbox', 'scripts'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`)
	);
	const soakFiles = files
		.filter((path) => /\.(?:spec|test)\.ts$/.test(path) && path !== 'scripts/documented.test.ts')
		.filter((path) => /@soak|tags: .*'soak'/.test(readFileSync(path, 'utf8')));
	const longTestMatches = [
		...readFileSync('playwright.config.ts', 'utf8').matchAll(/'((?:attacks|e2e)\/[\w-]*)',?$/gm)
	];
	const allTestPaths = [
		...soakFiles.map((path) => path.replace(/^tests\//, '')),
		...longTestMatches.map(([, path = '']) => path)
	];
	expect(allTestPaths.length).toBeGreaterThan(30);
	expect(allTestPaths.filter((path) => !pathsInSoak.some((part) => path.startsWith(part)))).toEqual([]);
});

test('every unit test tagged `more` is in a folder that `npm run test:more` runs', () => {
	const folders = /MORE_UNIT_TESTS = \[([^\]]*)\]/.exec(readFileSync('scripts/test.ts', 'utf8'))?.[1] ?? '';
	const moreFolders = [...folders.matchAll(/'([^']+)'/g)].map(([, folder = '']) => folder);
	const moreFiles = ['src', 'sandbox', 'scripts']
		.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`))
		.filter((path) => path.endsWith('.test.ts') && path !== 'scripts/documented.test.ts')
		.filter((path) => /\btags\b.*'more'|@module-tag more/.test(readFileSync(path, 'utf8')));
	expect(moreFiles.length).toBeGreaterThan(5);
	expect(moreFiles.filter((path) => !moreFolders.some((folder) => path.startsWith(folder)))).toEqual([]);
	expect(moreFolders.filter((folder) => !moreFiles.some((path) => path.startsWith(folder)))).toEqual([]);
});

test('every file that docs/architecture.md names exists', () => {
	const walkMatches = readFileSync('docs/architecture.md', 'utf8').matchAll(/`([a-z]+\/[^`]+\.(?:ts|svelte))`/g);
	const paths = [...walkMatches].map(([, path = '']) => path);
	expect(paths.length).toBeGreaterThan(30);
	const doesDocumentedPathExist = (path: string) =>
		['src/lib', 'src', '.'].some((folder) => existsSync(`${folder}/${path}`));
	expect(paths.filter((path) => !doesDocumentedPathExist(path))).toEqual([]);
});
