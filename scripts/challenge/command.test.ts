import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ArgumentError, readChallengeArguments } from './arguments.ts';
import { assembleFixture } from './assemble-fixture.ts';
import { TEMPLATE_FOLDER } from './new/index.ts';
import { runChallengeCommand } from './run-command.ts';

const SCRIPT_PATH = fileURLToPath(new URL('../challenge.ts', import.meta.url));

let challengesParent: string;
beforeAll(() => {
	challengesParent = mkdtempSync(join(tmpdir(), 'braise-author-'));
});
afterAll(() => rmSync(challengesParent, { recursive: true, force: true }));

interface CommandOutcome {
	code: number | null;
	stdout: string;
	stderr: string;
}

/** Runs the command in a process of its own, with the folder `challengesParent` that npm would pass on. */
function spawnCommand(...givenArguments: string[]): Promise<CommandOutcome> {
	const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT_PATH, ...givenArguments], {
		env: { ...process.env, INIT_CWD: challengesParent }
	});
	let stdout = '';
	let stderr = '';
	child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
	return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}

async function runCommandInProcess(...givenArguments: string[]): Promise<CommandOutcome> {
	const output = { stdout: '', stderr: '' };
	const mockedStreams = [
		vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => Boolean((output.stdout += String(chunk)))),
		vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => Boolean((output.stderr += String(chunk))))
	];
	try {
		return {
			code: await runChallengeCommand(givenArguments, join(challengesParent, 'challenges'), challengesParent),
			...output
		};
	} finally {
		for (const stream of mockedStreams) stream.mockRestore();
	}
}

const PERSON_ARGUMENT = 'food: Malik Orsenne, cuisinier à la cantine';
const ANSWER_ARGUMENTS = [
	'--language',
	'fr',
	'--person',
	PERSON_ARGUMENT,
	'--kind',
	'table',
	'--example',
	'trays(meals: 9) = 2'
];

test(
	'a new challenge passes the check, and a broken challenge’s problems are listed with their lines',
	{ tags: ['more'] },
	async () => {
		const outcome = await runCommandInProcess('new', 'le-bon-bac', '--folder', 'mes défis', ...ANSWER_ARGUMENTS);
		expect(outcome).toMatchObject({ code: 0, stdout: expect.stringContaining('check "mes défis/le-bon-bac"') });
		expect(readFileSync(join(challengesParent, 'mes défis/le-bon-bac/challenge.yaml'), 'utf8')).toMatch(
			/^id: le-bon-bac$/m
		);

		writeFileSync(join(challengesParent, 'mes défis/le-bon-bac/private/solution/main.ts'), '\uFEFF\r\n', { flag: 'a' });
		assembleFixture('type-error', challengesParent);
		const { code, stdout, stderr } = await spawnCommand(
			'check',
			'mes défis/le-bon-bac',
			'type-error/template',
			'nowhere',
			'--fix'
		);
		expect([code, stderr]).toEqual([1, '']);
		expect(stdout).toContain('  mutant too-early: caught by is-en-dessous-de-9-trays-renvoie-0');
		const lines = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
		expect(lines).toEqual([
			expect.stringMatching(/^mes défis\/le-bon-bac\/private\/solution\/main\.ts: Unix line ends/),
			expect.stringMatching(/^mes défis\/le-bon-bac 0\.1\.0: all well; .*, the scene was not played: add --full$/),
			'type-error/template/text.en.md: formatted',
			'type-error/template/text.fr.md: formatted',
			expect.stringMatching(/^type-error\/template\/checks\/build\.ts:5: Argument of type 'string'/),
			expect.stringMatching(/^type-error\/template 0\.1\.0: 1 problem; /),
			'nowhere:1: there is no such folder',
			'nowhere: 1 problem'
		]);
	}
);

test('with --json, the check prints its problems as JSON', async () => {
	const { code, stdout } = await runCommandInProcess('check', 'nowhere', '--json', '--fresh');
	expect(code).toBe(1);
	expect(JSON.parse(stdout)).toMatchObject({ problems: [{ message: 'there is no such folder' }] });
});

test('wrong or missing arguments give an error that shows the right usage', async () => {
	const { code, stderr } = await spawnCommand('check', '--quickly');
	expect(code).toBe(2);
	expect(stderr).toContain('npm run challenge -- check [folder…] [--full] [--fix] [--fresh] [--json]');
	await expect(runCommandInProcess('new', 'le-bon-pain', '--kind', 'table')).rejects.toThrow(
		/^nobody can be asked here, .*: --language fr\|en --person .* --example /
	);
});

test('pasted examples become YAML, and a line that is not an example is named', async () => {
	writeFileSync(join(challengesParent, 'pasted.txt'), 'assert trays(9) == 2\nassert trays(x) == 3\n');
	expect(await runCommandInProcess('examples', 'pasted.txt')).toEqual({
		code: 1,
		stdout: "- because: { fr: '', en: '' }\n  function: trays\n  examples:\n    - { given: [9], returns: 2 }\n",
		stderr: 'pasted.txt:2: "x) == 3": is no value: a number, a text in quotes, True, False, None or a list\n'
	});
	writeFileSync(join(challengesParent, 'pasted.txt'), '\n');
	await expect(runCommandInProcess('examples', 'pasted.txt')).rejects.toThrow('pasted.txt: there are no examples');
	await expect(runCommandInProcess('examples', 'nowhere.txt')).rejects.toThrow(ArgumentError);
});

test.each([[['--help']], [['check', '-h']], [['help']]])('the arguments %j list the commands', async (list) => {
	const { code, stdout, stderr } = await runCommandInProcess(...list);
	expect({ code, error: stderr }).toEqual({ code: 0, error: '' });
	expect(stdout).toMatch(/^npm run challenge -- new .*\n/);
});

describe('arguments of the command', () => {
	test.each([
		[[]],
		[['new', 'a', 'b']],
		[['new', 'a', '--json']],
		[['new', 'a', '--full']],
		[['check', '--folder', 'a']],
		[['check', '--fix']],
		[['check', 'a', '--kind', 'table']],
		[['preview']],
		[['preview', 'a', '--port', '99999']],
		[['picture', 'a', 'b']],
		[['examples']],
		[['publish']]
	])('%j is refused', (list) => expect(() => readChallengeArguments(list, challengesParent)).toThrow(ArgumentError));

	test('folders are resolved from the author’s current folder', () => {
		const commandArguments = readChallengeArguments(['check', 'a', '/b', '--full'], '/home');
		expect(commandArguments).toMatchObject({ folders: ['/home/a', '/b'], isFull: true });
	});
});

test.each(['README.md', 'README.en.md'])(
	'every code block of the example in challenges/%s stands in the template',
	(name) => {
		const guide = readFileSync(fileURLToPath(new URL(`../../challenges/${name}`, import.meta.url)), 'utf8');
		const example = guide.split('\n## ').find((section) => section.includes('- id: one-more-person')) ?? '';
		const exampleBlocks = [...example.matchAll(/```(?:ts|md|yaml)\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
		const paths = readdirSync(TEMPLATE_FOLDER, { recursive: true, withFileTypes: true }).filter((entry) =>
			entry.isFile()
		);
		const templateTexts = paths.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
		expect(exampleBlocks.length).toBeGreaterThan(2);
		for (const code of exampleBlocks) expect(templateTexts.some((text) => text.includes(code))).toBe(true);
	}
);
