import vm from 'node:vm';
import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createCheckModule } from './index.ts';

type ExpectFunction = (value: unknown) => Record<string, (expected?: unknown) => void>;
const testedExpect = createCheckModule().exports['expect'] as ExpectFunction;

describe('values that claim to be matchers', () => {
	const forgedMatcher = {
		$$typeof: Symbol.for('jest.asymmetricMatcher'),
		asymmetricMatch: () => true,
		toString: () => 'x'
	};
	test.each(['toBe', 'toEqual', 'toStrictEqual', 'toMatchObject', 'toContainEqual'])('do not pass %s', (matcher) => {
		const receivedValue = matcher === 'toContainEqual' ? [forgedMatcher] : forgedMatcher;
		expect(() => testedExpect(receivedValue)[matcher]?.({ cents: 120 })).toThrow();
		expect(() => testedExpect({ inside: [receivedValue] })[matcher]?.({ inside: [{ cents: 120 }] })).toThrow();
	});
	test('a genuine matcher does not pass toEqual as the received value', () => {
		const realMatcher = (testedExpect as unknown as { anything(): unknown }).anything();
		expect(() => testedExpect(realMatcher)['toEqual']?.(5)).toThrow();
		expect(() => testedExpect([realMatcher])['toEqual']?.([5])).toThrow();
	});
	test('a forged matcher does not pass toEqual as the expected value', () => {
		expect(() => testedExpect(5)['toEqual']?.(forgedMatcher)).toThrow();
	});
	test('a class whose Symbol.hasInstance always returns true does not pass toBeInstanceOf', () => {
		const Greedy = Object.defineProperty(() => undefined, Symbol.hasInstance, { value: () => true });
		expect(() => testedExpect(5)['toBeInstanceOf']?.(Greedy)).toThrow();
	});
});

/** Code that replaces built-ins, by what it replaces. It runs in the checks' realm before the checks. */
const SABOTAGE_CODE_BY_TARGET: Record<string, string> = {
	'Array methods': `for (const name of Object.getOwnPropertyNames(Array.prototype)) if (typeof Array.prototype[name] === 'function' && name !== 'constructor') Array.prototype[name] = () => [];`,
	'array iteration': `Array.prototype[Symbol.iterator] = function* () {};`,
	'Object functions': `for (const name of ['is', 'keys', 'assign', 'create', 'entries', 'freeze', 'getPrototypeOf']) Object[name] = () => true;`,
	'Object methods': `Object.prototype.hasOwnProperty = () => true; Object.prototype.toString = () => '[object Object]'; Object.prototype.propertyIsEnumerable = () => true;`,
	Reflect: `for (const name of Reflect.ownKeys(Reflect)) if (typeof name === 'string') Reflect[name] = () => true;`,
	'Function methods': `Function.prototype.call = () => true; Function.prototype.apply = () => true; Function.prototype[Symbol.hasInstance];`,
	'weak maps': `WeakMap.prototype.get = () => ({ matches: () => true, name: () => '' }); WeakMap.prototype.has = () => true; WeakSet.prototype.has = () => true;`,
	'maps and sets': `Map.prototype.get = () => 1; Map.prototype.has = () => true; Map.prototype.forEach = () => {}; Set.prototype.has = () => true; Set.prototype.forEach = () => {};`,
	'String and RegExp methods': `String.prototype.includes = () => true; String.prototype.indexOf = () => 0; RegExp.prototype.exec = () => ['x']; RegExp.prototype.test = () => true;`,
	'global constructors': `globalThis.Error = class {}; globalThis.Object = (x) => ({}); globalThis.Boolean = () => true; globalThis.Number = () => 1; globalThis.Array = () => []; globalThis.JSON = { stringify: () => '', parse: () => ({}) }; globalThis.Map = globalThis.Set = globalThis.WeakMap = class {}; globalThis.Math = { abs: () => 0 };`,
	'number and date functions': `Number.isNaN = () => true; Math.abs = () => 0; Date.prototype.getTime = () => 0;`,
	'Promise and its then method': `Promise.prototype.then = function (f) { return this; }; Promise.resolve = () => 1; globalThis.Promise = class {};`,
	'element 0 of Array.prototype': `Object.defineProperty(Array.prototype, '0', { set() {}, get() { return undefined; }, configurable: true });`
};

const CHECK_MODULE_CODE = buildSync({
	entryPoints: [fileURLToPath(new URL('./index.ts', import.meta.url))],
	bundle: true,
	write: false,
	format: 'iife',
	globalName: 'check',
	target: 'es2022'
}).outputFiles[0]?.text;

const CHECKS_CODE = `
	const { test, describe, expect } = module.exports;
	test('right', () => { expect(1).toBe(1); expect({ a: [1, one] }).toEqual({ a: [1, other] }); });
	test('toBe', () => expect(1).toBe(2));
	test('toEqual', () => expect({ a: 1 }).toEqual({ a: 2 }));
	test('lists', () => expect([1]).toEqual([2]));
	test('longer', () => expect([1, 2]).toEqual([1]));
	test('strict', () => expect({ a: undefined }).toStrictEqual({}));
	test('object', () => expect({}).toMatchObject({ a: 1 }));
	test('map', () => expect(one).toEqual(two));
	test('set', () => expect(ones).toEqual(twos));
	test('date', () => expect(new Date(1)).toEqual(new Date(2)));
	test('contain', () => expect([1]).toContain(2));
	test('text', () => expect('abc').toContain('z'));
	test('match', () => expect('abc').toMatch(/z/));
	test('close', () => expect(1).toBeCloseTo(9));
	test('truthy', () => expect(0).toBeTruthy());
	test('throw', () => expect(() => { throw new TypeError('a'); }).toThrow('b'));
	test('property', () => expect({ a: 1 }).toHaveProperty('b'));
	test('any', () => expect('x').toEqual(expect.any(TrueNumber)));
	test('later', async () => { await expect(promised).resolves.toBe(2); });
	describe('group', () => { test('inner', () => expect(1).toBe(2)); });
`;

test.each([['nothing', ''], ...Object.entries(SABOTAGE_CODE_BY_TARGET)])(
	'no failing check passes with %s replaced',
	async (_name, sabotage) => {
		const reportedLines: string[] = [];
		// Results come out of the sabotaged realm only by calls with text: its promises and lists may be sabotaged too.
		await new Promise<void>((finished) => {
			vm.runInNewContext(
				`${CHECK_MODULE_CODE ?? ''};
			const TrueMap = Map, TrueSet = Set, TrueNumber = Number, promised = Promise.resolve(1);
			const pairs = [['k', 1]], one = new TrueMap(pairs), other = new TrueMap(pairs);
			const ones = new TrueSet([1]), twos = new TrueSet([2]), two = new TrueMap([['k', 2]]);
			const module = check.createCheckModule();
			const load = [{ file: 'checks/a.ts', evaluate() { ${sabotage}; ${CHECKS_CODE} } }];
			const onResult = ({ path, status }) => tell(path[path.length - 1] + ' ' + status);
			const done = check.runChecks({ module, timeLimit: 1000, seed: 1, host: { now: () => 0 }, onResult, checkFiles: load });
			(async () => { const { load } = await done; if (load) tell(load.message); finished(); })()`,
				{ tell: (text: string) => reportedLines.push(text), finished }
			);
		});
		const titles = [...CHECKS_CODE.matchAll(/test\('(\w+)'/g)].map(([, title]) => title);
		expect(reportedLines.filter((result) => result.endsWith(' pass'))).toEqual(['right pass']);
		expect(reportedLines.map((result) => result.split(' ')[0])).toEqual(titles);
	}
);
