import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '#sandbox/judge/index.ts';
import { ArgumentError, readJudgeArguments } from './arguments.ts';
import { readJudgeInputs } from './judge-inputs.ts';

const testFolder = mkdtempSync(join(tmpdir(), 'braise-judge-'));
afterAll(() => rmSync(testFolder, { recursive: true, force: true }));

const resolveInFolder = (path: string) => join(testFolder, path);
function writeFiles(files: Record<string, string>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(resolveInFolder(path)), { recursive: true });
		writeFileSync(resolveInFolder(path), text);
	}
}

writeFiles({
	'checks/add.test.ts': `import { add, chance } from './main';
test('adds', () => { expect(add(1, 2)).toBe(3); });
test('adds more', () => { expect(add(40, 2)).toBe(42); });
test('has a chance', () => { console.log(chance()); });`,
	'all/good/main.ts': 'export { add } from "./adding"; export const chance = () => 0;',
	'all/good/adding.ts': 'export const add = (a: number, b: number) => a + b;',
	'all/wrong/main.ts': 'export const add = (a: number, b: number) => a - b; export const chance = () => 0;',
	'all/loops/main.ts': 'export const add = (a: number) => { while (a > 1); return 3; }; export const chance = () => 0;',
	'all/eats/main.ts':
		'export const add = () => { const all = []; for (;;) all.push(new Uint8Array(1e6)); }; export const chance = () => 0;',
	'all/broken/main.ts': 'export const add = (;',
	'other-name.ts': 'export const add = (a: number, b: number) => a + b; export const chance = () => Math.random();',
	'empty/notes.md': 'nothing here',
	'checks-broken/a.test.ts': 'import {',
	'checks-throwing/a.test.ts': 'throw new Error("not ready");'
});

interface CommandOutcome {
	code: number;
	out: string;
	error: string;
}

/** Runs the command as `npm run --silent judge` does, but without npm. */
function runJudgeCommand(...values: string[]): Promise<CommandOutcome> {
	const script = join(import.meta.dirname, '../judge.ts');
	return new Promise((resolve) => {
		const child = execFile(process.execPath, ['--import', 'tsx', script, ...values], (_, out, error) =>
			resolve({ code: child.exitCode ?? -1, out, error })
		);
	});
}

const CHECKS_ARGUMENTS = ['--checks', resolveInFolder('checks')];

describe('the judge command ends with exit code', () => {
	test(
		'0 for a right program of any file name; its random numbers depend on the seed',
		{ tags: ['more'] },
		async () => {
			const checks = ['--checks', resolveInFolder('checks/add.test.ts'), '--json'];
			const [one, other] = await Promise.all(
				['7', '8'].map((seed) =>
					runJudgeCommand('--program', resolveInFolder('other-name.ts'), ...checks, '--seed', seed)
				)
			);
			expect([one?.code, other?.code]).toEqual([0, 0]);
			const readSeedAndRandomText = (ended: CommandOutcome | undefined) => {
				const { seed, report } = JSON.parse(ended?.out ?? '') as Verdict;
				return [seed, report.results[2]?.console[0]?.values[0]?.text];
			};
			expect(readSeedAndRandomText(one)).toEqual([7, expect.stringMatching(/^0\.\d+$/)]);
			expect(readSeedAndRandomText(other)).toEqual([
				8,
				expect.not.stringMatching(`^${String(readSeedAndRandomText(one)[1])}$`)
			]);
		}
	);
	test('1 when some of many programs are wrong, and prints one line for each program', { tags: 'soak' }, async () => {
		const { code, out } = await runJudgeCommand(
			...[
				'--programs',
				resolveInFolder('all'),
				...CHECKS_ARGUMENTS,
				'--time-limit',
				'1000',
				'--total-limit',
				'9000',
				'--memory-limit',
				'32'
			]
		);
		expect(code).toBe(1);
		const verdicts = out
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as Verdict & { name: string });
		const problems = Object.fromEntries(
			verdicts.map(({ name, report }) => [name, [report.load, ...report.results.map(({ problem }) => problem)]])
		);
		expect(Object.keys(problems).sort()).toEqual(['broken', 'eats', 'good', 'loops', 'wrong']);
		expect(problems).toMatchObject({
			good: [undefined, undefined, undefined, undefined],
			wrong: [undefined, { kind: 'assertion' }, { kind: 'assertion' }, undefined],
			loops: [undefined, undefined, { kind: 'time', limit: 1000 }, undefined],
			eats: [undefined, { kind: 'memory' }, { kind: 'memory' }, undefined],
			broken: [{ kind: 'thrown', name: 'SyntaxError', place: { file: 'main.ts', line: 1 } }]
		});
		expect(verdicts[0]?.limits).toMatchObject({ time: 1000, total: 9000, memory: 32 });
	});
	test('1 for a wrong program, and says where and why', async () => {
		const { code, out } = await runJudgeCommand('--program', resolveInFolder('all/wrong'), ...CHECKS_ARGUMENTS);
		expect(code).toBe(1);
		expect(out).toMatch(/✗ adds more \(\d+ ms\): expected 38 to be 42 \(checks\/add\.test\.ts:3\)/);
	});
	test.each(['checks-broken', 'checks-throwing'])(
		'2 when the checks cannot run: %s',
		{ tags: 'soak' },
		async (checks) => {
			expect(
				(await runJudgeCommand('--program', resolveInFolder('all/good'), '--checks', resolveInFolder(checks))).code
			).toBe(2);
		}
	);
	test('2 when it is called wrongly, and says what is missing', async () => {
		const { code, out, error } = await runJudgeCommand('--program', resolveInFolder('all/good'));
		expect([code, out, error]).toEqual([2, '', 'give --checks or --challenge\n']);
	});
	test('0 for the solution of a challenge and 1 for its start, by all of its checks', { tags: 'soak' }, async () => {
		const challengeFolder = join(import.meta.dirname, '../../challenges/horodateur');
		const [solution, start] = await Promise.all(
			['private/solution', 'start/fr'].map((program) =>
				runJudgeCommand('--program', join(challengeFolder, program), '--challenge', challengeFolder)
			)
		);
		expect([solution?.code, start?.code]).toEqual([0, 1]);
		expect(solution?.out).toMatch(/, (\d+) of \1 held back/);
	});
	test(
		'0 for a program without the stretch step, whose failed checks are still reported',
		{ tags: 'soak' },
		async () => {
			const priceBody = 'if (minutes <= 20) return 0;\n\treturn halfHours(minutes) * 50;';
			const program = `import { halfHours } from './given.ts';\nexport function price(minutes: number) {\n\t${priceBody}\n}`;
			writeFiles({ 'no-stretch/main.ts': program });
			const challengeFolder = join(import.meta.dirname, '../../challenges/horodateur');
			const { code, out } = await runJudgeCommand(
				'--program',
				resolveInFolder('no-stretch'),
				'--challenge',
				challengeFolder
			);
			expect([code, out]).toEqual([0, expect.stringMatching(/✗ stretch > /)]);
		}
	);
});

describe('a challenge given to the judge command', () => {
	const challengeFolder = resolveInFolder('horodateur');
	const readSingleJudgeInput = async (...more: string[]) => {
		const values = ['--program', join(challengeFolder, 'start/fr'), '--challenge', challengeFolder, ...more];
		const [named] = await readJudgeInputs(readJudgeArguments(values));
		return named?.input;
	};
	beforeAll(() => {
		cpSync(new URL('../../challenges/horodateur', import.meta.url), challengeFolder, { recursive: true });
		const manifestPath = join(challengeFolder, 'challenge.yaml');
		const text = readFileSync(manifestPath, 'utf8');
		writeFileSync(manifestPath, text.replace('minutes: 40', 'minutes: 40\nlimits: { time: 700, memory: 100 }'));
	});

	test('its time and memory limits apply unless the command line sets others', async () => {
		expect((await readSingleJudgeInput())?.limits).toEqual({ time: 700, memory: 100 });
		expect((await readSingleJudgeInput('--time-limit', '900'))?.limits).toEqual({ time: 900, memory: 100 });
	});
	test('each check file is placed under its step, and a held-back check under “held” too', async () => {
		const input = await readSingleJudgeInput();
		expect(input?.titlesAbove).toMatchObject({
			'checks/build.ts': ['build'],
			'checks/held/build.ts': ['held', 'build']
		});
	});
	test('its file given.ts is in the language asked for, or else in its first language', async () => {
		const readGivenFile = (language: string) =>
			readFileSync(join(challengeFolder, 'start', language, 'given.ts'), 'utf8');
		writeFiles({ 'horodateur-program/main.ts': 'export const price = () => 0;' });
		const values = ['--program', resolveInFolder('horodateur-program'), '--challenge', challengeFolder];
		const [english] = await readJudgeInputs(readJudgeArguments([...values, '--language', 'en']));
		expect(english?.input.files['given.ts']).toBe(readGivenFile('en'));
		const [first] = await readJudgeInputs(readJudgeArguments(values));
		expect(first?.input.files['given.ts']).toBe(readGivenFile('fr'));
	});
});

test.each([
	['nothing', []],
	['an unknown language', ['--program', resolveInFolder('all/good'), ...CHECKS_ARGUMENTS, '--language', 'de']],
	['an unknown option', ['--fast']],
	['no program', CHECKS_ARGUMENTS],
	['a program and programs', ['--program', 'a', '--programs', 'b', ...CHECKS_ARGUMENTS]],
	['checks and a challenge', ['--program', resolveInFolder('all/good'), '--challenge', 'x', ...CHECKS_ARGUMENTS]],
	['a seed that is not a number', ['--program', resolveInFolder('all/good'), ...CHECKS_ARGUMENTS, '--seed', 'many']],
	['a limit of zero', ['--program', resolveInFolder('all/good'), ...CHECKS_ARGUMENTS, '--time-limit', '0']],
	[
		'a limit that is too high',
		['--program', resolveInFolder('all/good'), ...CHECKS_ARGUMENTS, '--memory-limit', '100000']
	],
	['a program that does not exist', ['--program', resolveInFolder('nowhere'), ...CHECKS_ARGUMENTS]],
	['a folder of programs that does not exist', ['--programs', resolveInFolder('nowhere'), ...CHECKS_ARGUMENTS]],
	['checks that do not exist', ['--program', resolveInFolder('all/good'), '--checks', resolveInFolder('nowhere')]],
	['a folder without checks', ['--program', resolveInFolder('all/good'), '--checks', resolveInFolder('empty')]],
	['a folder without a program', ['--program', resolveInFolder('empty'), ...CHECKS_ARGUMENTS]],
	[
		'a folder that is not a challenge',
		['--program', resolveInFolder('all/good'), '--challenge', resolveInFolder('empty')]
	]
])('calling the judge command with %s is refused', async (_, values) => {
	await expect((async () => readJudgeInputs(readJudgeArguments(values)))()).rejects.toThrow(ArgumentError);
});
