/** Tests that every command in README and CONTRIBUTING is run by a test, and by which. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md'];
/** For each command the file that runs it, in small or whole, and the words there that do. */
const RUN_BY: Record<string, [file: string, words: string]> = {
	'npm ci': ['.ci/run', 'npm ci'],
	'npm start': ['playwright.config.ts', 'scripts/start.ts'],
	'npm test': ['.ci/run', 'npm test'],
	'npm run dev': ['tests/commands/dev.spec.ts', "'run', 'dev'"],
	'npm run unit': ['scripts/test.ts', 'vitest/vitest.mjs'],
	'npm run unit -- --changed': ['scripts/unit-changed.test.ts', "'unit', '--', '--changed'"],
	'npm run check': ['scripts/test.ts', "npm('check')"],
	'npm run lint': ['scripts/test.ts', "npm('lint')"],
	'npm run format': ['scripts/test.ts', "npm('lint')"],
	'npm run challenge -- new': ['scripts/challenge/command.test.ts', "call('new'"],
	'npm run challenge -- check': ['scripts/challenge/command.test.ts', "call('check'"],
	'npm run backup': ['scripts/data-commands.test.ts', "npm('backup')"],
	'npm run soak': ['scripts/documented.test.ts', 'scripts/soak.ts'],
	'npm run bench': ['tests/commands/bench.spec.ts', "'npm run bench'"],
	'npm run bench -- --saves': ['tests/commands/bench.spec.ts', '--saves'],
	'npm run bench -- --class': ['tests/commands/bench.spec.ts', '--class'],
	'npm run bench -- --joins': ['tests/commands/bench.spec.ts', '--joins'],
	'npm run bench -- --bell': ['tests/commands/bench.spec.ts', '--bell'],
	'npm run bench -- --hostile': ['tests/commands/bench.spec.ts', '--hostile']
};

const COMMAND = /npm (?:ci|start|test|run [\w-]+)(?: -- (?:--)?[a-z][\w-]*)?/g;
const named = new Set(DOCUMENTS.flatMap((path) => readFileSync(path, 'utf8').match(COMMAND) ?? []));

test('commands are found in the documents', () => {
	expect([...named]).toEqual(expect.arrayContaining(['npm start', 'npm run dev', 'npm run challenge -- check']));
});

test.each([...named])('%s is run by a test', (command) => {
	const [file = '', words = ''] = RUN_BY[command] ?? [];
	expect(file, `no test runs it: write one, and name it in ${import.meta.filename}`).not.toBe('');
	expect(existsSync(file) && readFileSync(file, 'utf8').includes(words)).toBe(true);
});

test('each of them stands in package.json', () => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
	const missing = [...named]
		.map((command) => /^npm (?:run )?([\w-]+)/.exec(command)?.[1] ?? '')
		.filter((name) => name !== 'ci' && scripts[name] === undefined);
	expect(missing).toEqual([]);
});

/** It would take an hour here: its parts are the files that `npm test` runs too, and it is seen that they are there. */
test('every file that the soak names is there', () => {
	const paths = [
		...readFileSync('scripts/soak.ts', 'utf8').matchAll(/'((?:attacks|commands|e2e|editor|kills)\/[\w-]*)'/g)
	];
	expect(paths.length).toBeGreaterThan(10);
	const lost = paths.filter(
		([, path = '']) => !['.spec.ts', '.chromium.spec.ts', ''].some((ending) => existsSync(`tests/${path}${ending}`))
	);
	expect(lost).toEqual([]);
});

test('every file that the architecture names is there', () => {
	const walks = readFileSync('docs/architecture.md', 'utf8').matchAll(/`([a-z]+\/[^`]+\.(?:ts|svelte))`/g);
	const paths = [...walks].map(([, path = '']) => path);
	expect(paths.length).toBeGreaterThan(30);
	const isThere = (path: string) => ['src/lib', 'src', '.'].some((folder) => existsSync(`${folder}/${path}`));
	expect(paths.filter((path) => !isThere(path))).toEqual([]);
});
