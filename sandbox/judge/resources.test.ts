import { afterAll, expect, test } from 'vitest';
import { createJudge, hasVerdictPassed } from './index.ts';

const judge = createJudge({ seats: 1, isShortLived: true });
afterAll(() => judge.close());

const CHECK_LIMIT_MILLISECONDS = 300;
/** Total limit, far above the time limit of a test: the test fails first if a check's own limit does not end the check. */
const TOTAL_LIMIT_MILLISECONDS = 3_600_000;
const CHECK_CODE = `import { expect, test } from 'vitest';
import { attack } from './main';
test('attacked', async () => { expect(await attack()).toBe(1); });`;
const HARMLESS_PROGRAM = 'export const attack = () => 1;';

const judgeProgram = (program: string, checks = CHECK_CODE, time = CHECK_LIMIT_MILLISECONDS) =>
	judge.judge({
		files: { 'main.ts': program },
		authorFiles: { 'checks/a.ts': checks },
		checks: ['checks/a.ts'],
		limits: { time, total: TOTAL_LIMIT_MILLISECONDS }
	});

const ATTACK_FUNCTION_BODIES: Record<string, string> = {
	'an endless loop': 'for (;;);',
	'an endless loop that catches errors': 'for (;;) { try { for (;;); } catch {} }',
	'an endless getter': 'return { get x() { for (;;); }, toString() { for (;;); } }.x;',
	'an endless conversion to text': 'return `${{ toString() { for (;;); } }}`;',
	'a search in a huge sparse list': 'const list: number[] = []; list.length = 4_000_000_000; return list.indexOf(1);',
	'a huge join': "return new Array(400_000_000).join('x').length;",
	'a slow sort':
		'return Array.from({ length: 1e5 }, (_, i) => i).sort(() => { for (let i = 0; i < 1e6; i++); return 1; });',
	'a slow regular expression': "return /^(a+)+$/.test('a'.repeat(40) + '!');",
	'an endless chain of promises': 'const more = (): unknown => Promise.resolve().then(more); await more();',
	'an unlimited number of promises': 'for (;;) void Promise.resolve().then(() => new Promise(() => undefined));',
	'endless timers': 'const more = () => { setTimeout(more, 0); }; more(); await new Promise(() => undefined);',
	'a promise that never settles': 'await new Promise(() => undefined);',
	'an endless list of large arrays': 'const all = []; for (;;) all.push(new Uint8Array(10_000_000));',
	'an endless list of small objects': 'const all: unknown[] = []; for (;;) all.push({ n: all.length });',
	'an ever longer text': "let text = 'x'; for (;;) text += text;",
	'endless console lines': "for (;;) console.log('x'.repeat(1000) + Math.random());",
	'an ever larger bigint': 'let n = 3n; for (;;) n *= n;',
	'a very long list of texts': 'return new Array(3_000_000).fill("xxxxxxxxxx");'
};

/** Programs that end by themselves, because the engine refuses such a value with an error. */
const ATTACKS_REFUSED_BY_ENGINE = ['an ever longer text', 'a very long list of texts'];

async function expectEndByOwnLimit(name: string, verdictPromise: ReturnType<typeof judgeProgram>): Promise<void> {
	const { report } = await verdictPromise;
	expect(report.load).toBeUndefined();
	expect(report.results.map(({ path, status }) => [path, status])).toEqual([[['attacked'], 'error']]);
	const mayBeRefused = ATTACKS_REFUSED_BY_ENGINE.includes(name);
	expect([
		{ kind: 'time', limit: CHECK_LIMIT_MILLISECONDS },
		{ kind: 'memory' },
		...(mayBeRefused ? [expect.objectContaining({ kind: 'thrown', name: 'InternalError' }) as unknown] : [])
	]).toContainEqual(report.results[0]?.problem);
	expect(hasVerdictPassed(await judgeProgram(HARMLESS_PROGRAM))).toBe(true);
}

/** One program of each kind; the soak tries all. */
const ATTACKS_OF_EVERY_RUN = [
	'an endless loop that catches errors',
	'an endless getter',
	'a huge join',
	'an endless chain of promises',
	'endless timers',
	'an endless list of small objects'
];
for (const [name, body] of Object.entries(ATTACK_FUNCTION_BODIES)) {
	test(
		`a check ends with an error when the program exhausts resources: ${name}`,
		{ tags: ATTACKS_OF_EVERY_RUN.includes(name) ? [] : ['soak'] },
		async () => {
			await expectEndByOwnLimit(name, judgeProgram(`export async function attack(): Promise<unknown> { ${body} }`));
		}
	);
}

test.each(Object.entries(ATTACK_FUNCTION_BODIES))(
	'a check ends with an error when it exhausts resources itself: %s',
	{ tags: 'soak' },
	async (name, body) => {
		await expectEndByOwnLimit(
			name,
			judgeProgram(
				HARMLESS_PROGRAM,
				`${CHECK_CODE.split('test(')[0]} test('attacked', async () => { await attack(); ${body.replace('return ', 'throw ')} });`
			)
		);
	}
);

test('endless recursion is reported as a thrown error', async () => {
	const verdict = await judgeProgram('export const attack = (): number => 1 + attack();', CHECK_CODE, 5000);
	expect(verdict.report.results[0]).toMatchObject({ status: 'error', problem: { kind: 'thrown' } });
});

test('endless calls between program and check throw a RangeError that the check can expect', async () => {
	const checks = `${CHECK_CODE.split('test(')[0]} test('deep', () => { const again = () => attack(again); expect(again).toThrow(RangeError); });`;
	const verdict = await judgeProgram('export const attack = (again: () => unknown) => again();', checks, 3000);
	expect(verdict.report.results[0]?.status).toBe('pass');
});

test('a check that does not end reports a time problem, and the other checks pass', async () => {
	const checks = `import { test } from 'vitest'; import { attack } from './main';
test('before', () => undefined); test('hangs', () => { attack(); }); test('after', () => undefined);`;
	const { report } = await judgeProgram('export const attack = () => { for (;;); };', checks);
	expect(report.results.map(({ path, status }) => [path[0], status])).toEqual([
		['before', 'pass'],
		['hangs', 'error'],
		['after', 'pass']
	]);
	expect(report.results[1]?.problem).toEqual({ kind: 'time', limit: CHECK_LIMIT_MILLISECONDS });
});

test('a program that does not end while it loads reports a time problem', async () => {
	const verdict = await judgeProgram('for (;;); export const attack = 1;');
	expect(verdict).toMatchObject({
		broke: 'program',
		report: { load: { kind: 'time', limit: CHECK_LIMIT_MILLISECONDS } }
	});
});
