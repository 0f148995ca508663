import { spawn, type ChildProcess } from 'node:child_process';
import { afterAll, expect, test, vi } from 'vitest';
import { createJudge, hasVerdictPassed, type JudgeInput, type Verdict } from './index.ts';

vi.mock('node:child_process', { spy: true });

const judge = createJudge({ seats: 2 });
afterAll(() => judge.close());

const CHECK_LIMIT_MILLISECONDS = 250;
/** Total limit, far above the limit of one check, so that even on a slow machine it is clear which limit ended a check. */
const TOTAL_LIMIT_MILLISECONDS = 120_000;
const CHECKS_CODE = `import { expect, test } from 'vitest';
import { attack } from './main';
test('attacked', async () => { expect(await attack()).toBe(1); });`;

const createJudgeInput = (program: string, checks = CHECKS_CODE, time = CHECK_LIMIT_MILLISECONDS): JudgeInput => ({
	files: { 'main.ts': program },
	authorFiles: { 'checks/a.ts': checks },
	checks: ['checks/a.ts'],
	limits: { time, total: TOTAL_LIMIT_MILLISECONDS }
});
const HARMLESS_INPUT = createJudgeInput('export const attack = () => 1;');

const ATTACK_FUNCTION_BODIES: Record<string, string> = {
	'a sparse sort': 'const list: number[] = []; list.length = 4_000_000_000; return list.sort();',
	'a sparse reversal': 'const list: number[] = [1]; list.length = 4_000_000_000; return list.reverse().length;',
	'a sparse copy': 'const list: number[] = [1]; list.length = 4_000_000_000; return list.copyWithin(1, 0).length;',
	'a join of joins':
		'const list: unknown[] = new Array(60_000).fill("xxxxxxxxxxxxxxxx"); return new Array(60_000).fill(list).join().length;',
	'an endless list': 'return [...(function* () { for (;;) yield 1; })()].length;',
	'an endless list of keys': 'return Object.keys(new Proxy({}, { ownKeys: () => { for (;;); } })).length;',
	'an endless conversion to a number': 'return +({ [Symbol.toPrimitive]: () => { for (;;); } } as any);',
	'getters that call getters':
		'const deep: any = { get x() { for (let n = 0; n < 10; n++) deep.y; return 1; }, get y() { for (;;); } }; return deep.x;',
	'a long text split into lists': "return 'x'.repeat(20_000_000).split('').map((letter) => [letter]).length;",
	'a slow regular expression on a long text': "return /(x+x+)+y/.exec('x'.repeat(5000));",
	'deeply nested brackets in JSON': "return JSON.parse('['.repeat(3_000_000)).length;",
	'many small lists': 'const all = []; for (;;) all.push(new Uint8Array(16), new Map(), () => all);',
	'an endless map': 'const all = new Map(); for (;;) all.set({}, all.size);',
	'a few large texts': "const all = []; for (;;) all.push('é'.repeat(8_000_000));",
	'promises that wait for promises':
		'const again = async (): Promise<void> => { await Promise.all([again(), again()]); }; await again();',
	'a thenable that resolves to itself': 'const again: any = { then: (done: any) => done(again) }; await again;',
	'timers that each set two timers':
		'const two = () => { setTimeout(two, 1); setTimeout(two, 1); }; two(); await new Promise(() => undefined);',
	'an interval with an endless loop': 'setInterval(() => { for (;;); }, 1); await new Promise(() => undefined);',
	'microtasks that make microtasks':
		'const again = () => queueMicrotask(again); again(); await new Promise(() => undefined);',
	'a huge power of a bigint': 'return String(7n ** 10_000_000n).length;'
};

async function expectEndByOwnLimit(input: JudgeInput): Promise<void> {
	const { report } = await judge.judge(input);
	const [result] = report.results;
	expect(result?.path).toEqual(['attacked']);
	expect(result?.status).not.toBe('pass');
	// The check was ended by its own limit, and not by the total limit.
	expect(result?.duration ?? 0).toBeLessThan(TOTAL_LIMIT_MILLISECONDS / 2);
	expect(hasVerdictPassed(await judge.judge(HARMLESS_INPUT))).toBe(true);
}

test.each(Object.entries(ATTACK_FUNCTION_BODIES))(
	'the check fails well before the total limit, and the next program passes: %s',
	async (_, body) => {
		await expectEndByOwnLimit(createJudgeInput(`export async function attack(): Promise<unknown> { ${body} }`));
	}
);

/** Programs whose endless code does not run when they are called, but when their result is compared or printed. */
test.each([
	['an endless getter', '({ get x() { for (;;); } })'],
	[
		'an endless conversion to text',
		'({ toString() { for (;;); }, [Symbol.toStringTag]: "x" })[Symbol.toStringTag] && new Proxy({}, { get() { for (;;); } })'
	],
	['an endless list of keys', 'new Proxy({}, { ownKeys() { for (;;); } })'],
	['an endless prototype look-up', 'new Proxy({}, { getPrototypeOf() { for (;;); } })'],
	['a length of four billion', 'new Proxy([], { get(list, key) { return key === "length" ? 4e9 : 1; } })'],
	['an endless iterator', '({ *[Symbol.iterator]() { for (;;) yield 1; } })'],
	['an endless then method', '({ then() { for (;;); } })']
])('the check fails well before the total limit when it compares a value with %s', async (_, value) => {
	const checks = CHECKS_CODE.replace(
		'expect(await attack()).toBe(1)',
		'expect(await attack()).toEqual([1, new Map(), "x"])'
	);
	await expectEndByOwnLimit(createJudgeInput(`export const attack = (): unknown => ${value};`, checks));
});

test('a right program passes before the endless loops that occupy every seat are over', async () => {
	const endOrder: string[] = [];
	const createVerdictRecorder = (name: string) => (verdict: Verdict) => {
		endOrder.push(name);
		return verdict;
	};
	const limit = 1500;
	const loopVerdicts = [1, 2, 3].map((n) =>
		judge
			.judge(createJudgeInput(`export const attack = () => { for (;;); }; // ${n}`, CHECKS_CODE, limit))
			.then(createVerdictRecorder('loop'))
	);
	const goodVerdict = judge.judge(HARMLESS_INPUT).then(createVerdictRecorder('good'));
	expect(hasVerdictPassed(await goodVerdict)).toBe(true);
	for (const verdict of await Promise.all(loopVerdicts))
		expect(verdict.report.results[0]?.problem).toEqual({ kind: 'time', limit });
	expect(endOrder).toEqual(['good', 'loop', 'loop', 'loop']);
});

/** Returns the processes that were started for the judge, without the compiler's process. */
function listJudgeProcesses(): ChildProcess[] {
	const { calls, results } = vi.mocked(spawn).mock;
	return results
		.filter((_, index) => (calls[index]?.[1] as string[] | undefined)?.includes('--input-type=commonjs'))
		.map(({ value }) => value as ChildProcess);
}

/** Resolves once so many judgements were sent to the process. */
async function waitUntilJudgementsSent(child: ChildProcess | undefined, count: number): Promise<void> {
	if (child === undefined) throw new Error('There is no process.');
	const sendSpy = vi.spyOn(child, 'send');
	await vi.waitFor(() => expect(sendSpy).toHaveBeenCalledTimes(count), { timeout: 60_000, interval: 5 });
	sendSpy.mockRestore();
}

test('after the judge process is killed, its open programs are judged again and the next one passes', async () => {
	const verdicts = [1, 2, 3].map(() =>
		judge.judge(createJudgeInput('export const attack = () => { for (;;); };', CHECKS_CODE, 800))
	);
	const processesBefore = listJudgeProcesses();
	await waitUntilJudgementsSent(processesBefore[processesBefore.length - 1], 3);
	expect(processesBefore.filter((child) => child.kill('SIGKILL'))).toHaveLength(1);
	for (const verdict of await Promise.all(verdicts))
		expect(verdict.report.results[0]?.problem).toEqual({ kind: 'time', limit: 800 });
	expect(hasVerdictPassed(await judge.judge(HARMLESS_INPUT))).toBe(true);
	expect(listJudgeProcesses()).toHaveLength(processesBefore.length + 1);
});

test('a program whose judge process is killed twice is reported as a crash, and the next passes', async () => {
	const processCountBefore = listJudgeProcesses().length;
	const pendingVerdict = judge.judge(createJudgeInput('export const attack = () => { for (;;); };', CHECKS_CODE, 4000));
	await waitUntilJudgementsSent(listJudgeProcesses()[processCountBefore - 1], 1);
	expect(listJudgeProcesses()[processCountBefore - 1]?.kill('SIGKILL')).toBe(true);
	await vi.waitFor(() => expect(listJudgeProcesses()[processCountBefore]?.kill('SIGKILL')).toBe(true), {
		timeout: 60_000
	});
	const verdict = await pendingVerdict;
	expect(verdict.report.load?.kind).toBe('crash');
	expect(hasVerdictPassed(verdict)).toBe(false);
	expect(hasVerdictPassed(await judge.judge(HARMLESS_INPUT))).toBe(true);
});

test('judgements share no globals and no changed built-ins', async () => {
	const program =
		'export const attack = () => { const count = (globalThis as any).seen ?? 0; (globalThis as any).seen = count + 1; (Array.prototype as any).left = 1; return count + 1; };';
	const checks = `${CHECKS_CODE}\ntest('nothing was left', () => { expect('left' in []).toBe(false); (globalThis as any).left = 1; Object.prototype.toString = () => 'left'; });`;
	for (let time = 0; time < 5; time++)
		expect(hasVerdictPassed(await judge.judge(createJudgeInput(program, checks)))).toBe(true);
});
