import { expect, test } from 'vitest';
import { judge } from './unit-test-judge.ts';

const CHECKS_CODE = `import { expect, test } from 'vitest';
import * as program from './main';
const { answer } = program as { answer(n: number): unknown };
test('to be', () => { expect(answer(1)).toBe(42); });
test('to equal', () => { expect(answer(2)).toEqual({ cents: 150, lines: ['a', 'b'] }); });
test('in a list', () => { expect(answer(3)).toContain('right'); });
test('throws', () => { expect(() => answer(4)).toThrow(RangeError); });
test('later', async () => { await expect(answer(5)).resolves.toBe(7); });
test('with a callback', () => { const numbers: number[] = []; (answer as Function)(6, (n: number) => numbers.push(n)); expect(numbers).toEqual([1, 2]); });`;

const FORGING_PROGRAMS: Record<string, string> = {
	'returns a forged matcher': `export const answer = () => ({ $$typeof: Symbol.for('jest.asymmetricMatcher'), asymmetricMatch: () => true });`,
	'returns a proxy that imitates every value': `const all: object = new Proxy(function () {}, { get: (_, key) => key === Symbol.toPrimitive ? () => 42 : key === 'then' ? undefined : all, apply: () => all, has: () => true }); export const answer = () => all;`,
	'returns an object that converts to the expected number': `export const answer = () => ({ valueOf: () => 42, toString: () => '42', [Symbol.toPrimitive]: () => 42, toJSON: () => 42 });`,
	'returns an object that claims to equal everything': `export const answer = () => ({ equals: () => true, asymmetricMatch: () => true, [Symbol.hasInstance]: () => true });`,
	'replaces Object.is': `Object.is = () => true; export const answer = () => 0;`,
	'replaces methods of Array.prototype': `for (const name of ['push', 'includes', 'every', 'some', 'indexOf', 'map']) Object.defineProperty(Array.prototype, name, { value: () => true }); export const answer = () => [];`,
	'adds passed results to Object.prototype': `Object.defineProperty(Object.prototype, 'status', { value: 'pass' }); Object.defineProperty(Object.prototype, 'pass', { value: true }); export const answer = () => ({});`,
	'returns data with the expected value under __proto__': `export const answer = () => JSON.parse('{"__proto__": {"cents": 150, "lines": ["a", "b"]}}');`,
	'replaces JSON.stringify and JSON.parse': `JSON.stringify = () => '{"kind":"value","word":42,"made":[],"changed":[],"released":[]}'; JSON.parse = () => ({}); export const answer = () => 0;`,
	'defines a global expect and test': `Object.assign(globalThis, { expect: () => new Proxy({}, { get: () => () => undefined }), test: () => undefined }); export const answer = () => 0;`,
	'calls functions of the judge’s host': `const host = (globalThis as any).braiseHost; host?.reportProgress('{"type":"finished"}'); const realm = (globalThis as any).braiseRealm; realm?.receive?.('{}'); export const answer = () => 0;`,
	'evaluates code with the constructor of a callback': `export const answer = (_: number, call?: Function) => { const make = (call ?? answer).constructor as Function; make("globalThis.expect = () => ({}); Object.is = () => true;")(); return 0; };`,
	'evaluates code and changes prototypes through a callback': `export const answer = (_: number, call?: any) => { if (call) { const Outer = call.constructor.constructor; Outer('Object.is = () => true; Array.prototype.push = () => 1; return this')(); call.__proto__.call = () => 1; Object.getPrototypeOf(call).apply = () => 1; } return 0; };`,
	'returns a thenable that resolves twice': `export const answer = () => ({ then: (done: (value: unknown) => void) => { done(7); done(42); } }); `,
	'returns an object that inherits from a forged list': `class Own extends Array { static get [Symbol.species]() { return Object; } get length() { return 1; } *[Symbol.iterator]() { yield 'right'; } includes() { return true; } } export const answer = () => ({ __proto__: new Own() });`,
	'throws an error that names itself RangeError': `export const answer = () => { throw Object.assign(new Error('x'), { name: 'RangeError', constructor: RangeError }); };`,
	'throws an AssertionError of its own': `export const answer = () => { const error = new Error('passed'); error.name = 'AssertionError'; throw error; };`,
	'throws an empty object': `export const answer = () => { throw {}; };`,
	'replaces Error.prepareStackTrace and throws a proxy': `(Error as any).prepareStackTrace = () => 'pass'; export const answer = () => { throw new Proxy({}, { getPrototypeOf: () => TypeError.prototype, get: () => 'RangeError' }); };`,
	'calls exit on guessed globals': `export const answer = () => { const names = ['describe', 'it', 'test', 'vi', 'jest', 'require', 'module', 'process']; for (const name of names) (globalThis as any)[name]?.exit?.(0); return names; };`,
	'replaces its exported function after the first call': `export let answer: any = () => { answer = () => 42; return 42.0000001; };`,
	'sets an interval and replaces Promise.prototype.then': `setInterval(() => { (globalThis as any).result = 'pass'; }, 1); Promise.prototype.then = function () { return this; } as any; export const answer = () => 0;`
};

test.each(Object.entries(FORGING_PROGRAMS))('no check wrongly passes if the program %s', async (name, program) => {
	const verdict = await judge.judge({
		files: { 'main.ts': program },
		authorFiles: { 'checks/a.ts': CHECKS_CODE },
		checks: ['checks/a.ts'],
		limits: { time: 500, total: 4000 }
	});
	const { results, load } = verdict.report;
	expect(load).toBeUndefined();
	expect(results.map(({ path }) => path[0])).toEqual(
		[...CHECKS_CODE.matchAll(/^test\('([^']+)'/gm)].map(([, title]) => title)
	);
	const passedTitles = results.filter(({ status }) => status === 'pass').map(({ path }) => path[0]);
	expect(passedTitles).toEqual(name in HONESTLY_PASSED_TITLES ? HONESTLY_PASSED_TITLES[name] : []);
});

/**
 * Titles of checks that these programs rightly pass, in a browser too: a thenable counts as a promise where it is awaited, and
 * a value whose iterator yields 'right' counts as a list that contains it.
 */
const HONESTLY_PASSED_TITLES: Record<string, string[]> = {
	'returns a thenable that resolves twice': ['later'],
	'returns an object that inherits from a forged list': ['in a list']
};

const BUILT_IN_CHECKS_CODE = `import { expect, test } from 'vitest';
import { answer } from './main';
test('asked', () => { answer((value: unknown) => value); });
test('includes', () => { expect(['a'].includes('right')).toBe(true); expect([1, 2].every((n) => n > 1)).toBe(true); });`;

/** A program can change the messages of its realm, because `JSON.stringify` calls the \`toJSON\` of each value that it writes. */
test.each([
	['as its target', `['name', 'Array.prototype']`],
	['as its receiver', 'this[1][0]']
])('a forged message does not change Array.prototype of the checks %s', async (_, target) => {
	const program = `let yes: unknown; let isDone = false;
		export const answer = (call: (value: unknown) => unknown) => {
			yes = () => true;
			call(yes);
			(Array.prototype as any).toJSON = function (this: any[]) {
				if (isDone || this[0] !== 'call') return this;
				isDone = true;
				const [own] = this[1].slice(2);
				return ['set', [${target}, 'includes', own, ['name', 'Array.prototype']]];
			};
			try { call(yes); } catch { isDone = true; }
			return isDone;
		};`;
	const { report } = await judge.judge({
		files: { 'main.ts': program },
		authorFiles: { 'checks/a.ts': BUILT_IN_CHECKS_CODE },
		checks: ['checks/a.ts'],
		limits: { time: 500, total: 4000 }
	});
	expect(report.results[1]?.status).toBe('fail');
	expect(report.results[1]?.problem).toMatchObject({ received: 'false', expected: 'true' });
});

const SABOTAGE_CODE = `'Object.is = () => true; Array.prototype.includes = () => true; Array.prototype.every = () => true;'`;

test.each([
	['Generator', 'function* () { yield 1; }'],
	['AsyncGenerator', 'async function* () { yield 1; }'],
	['Async', 'async () => 1']
])('a program cannot run code among the checks through the constructor %sFunction', async (kind, callback) => {
	const program = `export const answer = (call: any) => {
		const run = (make: any) => { try { void make(${SABOTAGE_CODE})().next?.(); } catch {} };
		run(call.constructor);
		let isDone = false;
		(Array.prototype as any).toJSON = function (this: any[]) {
			if (isDone || this[0] !== 'get') return this;
			isDone = true;
			const prototype = ['name', '${kind}Function.prototype'];
			return ['get', [prototype, 'constructor', prototype]];
		};
		let made; try { made = call.anything; } catch {}
		isDone = true;
		run(made);
	};`;
	const { report } = await judge.judge({
		files: { 'main.ts': program },
		authorFiles: { 'checks/a.ts': BUILT_IN_CHECKS_CODE.replace('(value: unknown) => value', callback) },
		checks: ['checks/a.ts'],
		limits: { time: 500, total: 4000 }
	});
	expect(report.results[1]?.status).toBe('fail');
});
