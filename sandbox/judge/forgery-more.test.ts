import { expect, test } from 'vitest';
import { judge } from './unit-test-judge.ts';

const RIGHTLY_PASSED_TITLES = ['first', 'own lists', 'last'];
const CHECKS_CODE = `import { expect, test, vi } from 'vitest';
import * as program from './main';
const { answer, right } = program as any;
class Till { total = 0; add(cents: number) { this.total += cents; return this; } }
test('first', () => { expect(right(1)).toBe(2); });
test('deep', () => { expect(answer('deep')).toEqual({ total: 4711, lines: [{ name: 'pain', cents: 120 }] }); });
test('callback', () => { const numbers: number[] = []; answer('callback', (n: number) => { numbers.push(n); return n * 1009; }); expect(numbers).toEqual([5, 8, 13]); });
test('own lists', () => { const list = [3, 1, 2]; expect(list.every((n) => n > 2)).toBe(false); expect(list.filter((n) => n > 1).map((n) => n * 2)).toEqual([6, 4]); expect(new Map([['a', 1]]).get('a')).toBe(1); });
test('asserts inside', () => { answer('asserts', (n: number) => { expect(n).toBe(99); }); expect.hasAssertions(); });
test('mock', () => { const spy = vi.fn((n: number) => n); answer('mock', spy); expect(spy).toHaveBeenCalledTimes(2); expect(spy).toHaveBeenLastCalledWith('fin'); });
test('class', () => { const till = new Till(); answer('class', till, Till); expect(till).toBeInstanceOf(Till); expect(till.total).toBe(250); expect(new Till().add(3).total).toBe(3); });
test('list', () => { const items = ['b', 'a']; answer('list', items); expect(items).toEqual(['a', 'b']); });
test('map', () => { expect(answer('map')).toEqual(new Map([['a', 1]])); });
test('close', () => { expect(answer('close')).toBeCloseTo(3.14159, 4); });
test('length', () => { expect(answer('length')).toHaveLength(3); });
test('property', () => { expect(answer('property')).toHaveProperty('a.b', 17); });
test('throws', () => { expect(() => answer('throws')).toThrow('trop tard'); });
test('rejects', async () => { await expect(answer('rejects')).rejects.toThrow(RangeError); });
test('resolves', async () => { expect(await answer('resolves')).toBe(7); });
test('iterates', () => { expect([...answer('iterates')].slice(0, 3)).toEqual(['x', 'y']); });
test('text', () => { expect(\`\${answer('text')}\`).toBe('12,50 €'); });
test('number', () => { expect(answer('number') + 1).toBe(8); });
test('last', () => { expect(right(2)).toBe(3); });`;

/**
 * Code by which a program replaces the text of its messages to the checks' realm, which it can do because it controls its own
 * realm.
 */
const MESSAGE_FORGING_CODE = `let forged: any; let answering: any; let made: any[] = [];
Object.defineProperty(Array.prototype, 'toJSON', { value: function (this: any, key: string) {
	if (key !== '') return this;
	const [head, said, ...told] = this;
	if (told[0]?.length > 0) made = told[0];
	const isAnswer = head === 'value' || head === 'thrown' || head === 'inherited';
	const other = isAnswer ? answering : head === 'call' ? forged : undefined;
	if (other === undefined) return this;
	if (isAnswer) answering = undefined; else forged = undefined;
	const { operation, kind = operation ?? head, words, word = words ?? said, made: own = told[0] ?? [], changed = told[1] ?? [], released = told[2] ?? [] } = other;
	return [kind, word, own, changed, released];
} });
const say = (call: any, question: object) => { forged = { made: [], changed: [], released: [], words: [], ...question }; try { return call(0); } catch (error) { return error; } finally { forged = undefined; } };
const idOf = (call: any, value: unknown) => { call(value); return made[0]?.[0]; };
const yes = () => true;
`;

interface Forgery {
	program: string;
	/** Titles of the checks that this forgery may make fail. It may affect no other check. */
	spoiledTitles?: string[];
}

const createMessageForgery = (body: string): Forgery => ({
	program: `${MESSAGE_FORGING_CODE}export const answer: any = (name: string, call: any, more: any) => { ${body} return 0; };`
});
const createForgery = (program: string, spoiledTitles?: string[]): Forgery => ({
	program,
	...(spoiledTitles && { spoiledTitles })
});

const FORGERIES: Record<string, Forgery> = {
	'defines a method of the checks’ Array.prototype by message': createMessageForgery(
		`if (name === 'callback') { const id = idOf(call, yes); say(call, { operation: 'define', words: [['name', 'Array.prototype'], 'every', ['ref', 'p9']], made: [['p9', ['object', 0, false, 'value', ['ref', id], 'configurable', true]]] }); }`
	),
	'sets a method of Array.prototype with the prototype as receiver': createMessageForgery(
		`if (name === 'callback') { const id = idOf(call, yes); say(call, { operation: 'set', words: [['name', 'Array.prototype'], 'every', ['ref', id], ['name', 'Array.prototype']] }); }`
	),
	'sets a property of shared objects with Array.prototype as receiver': createMessageForgery(
		`if (name === 'mock') { const id = idOf(call, yes); const own = idOf(call, call); for (let n = 1; n < 40; n++) say(call, { operation: 'set', words: [['ref', 'c' + n], 'every', ['ref', id], ['name', 'Array.prototype']] }); }`
	),
	'deletes a method of the checks’ Array.prototype': createMessageForgery(
		`if (name === 'callback') say(call, { operation: 'delete', words: [['name', 'Array.prototype'], 'filter'] });`
	),
	'gives the checks’ Array.prototype another prototype': createMessageForgery(
		`if (name === 'callback') { const id = idOf(call, { map: yes, get x() { return 1; } }); say(call, { operation: 'setPrototype', words: [['name', 'Array.prototype'], ['ref', id]] }); }`
	),
	'uses inherited names such as constructor as tags of values': createMessageForgery(
		`if (name === 'callback') { for (const word of ['constructor', 'valueOf', '__defineGetter__', '__proto__']) say(call, { operation: 'call', words: [[word], ['name', 'Array.prototype'], 'every', ['ref', idOf(call, yes)]] }); }`
	),
	'calls Function or eval of the checks by name': createMessageForgery(
		`if (name === 'callback') { for (const made of ['Function', 'eval', 'AsyncFunction.prototype', 'GeneratorFunction.prototype']) say(call, { operation: 'call', words: [['name', made], null, 'Array.prototype.every = () => true'] }); }`
	),
	'tries to read the source of a check through a getter': createMessageForgery(
		`if (name === 'callback') { say(call, { operation: 'describe', words: [['name', 'Function.prototype'], 'toString'] }); for (let n = 1; n < 20; n++) say(call, { operation: 'define', words: [['ref', 'c1'], 'text', ['ref', 'c' + n]] }); const text = String(say(call, { operation: 'get', words: [['ref', 'c1'], 'text', ['ref', 'c1']] })); for (const digit of text.match(/[0-9]+/g) ?? []) call(Number(digit)); }`
	),
	'answers with objects of the checks': createMessageForgery(
		`answering = { kind: 'value', word: ['ref', 'c' + String(name.length)] };`
	),
	'answers that a property is inherited from Function.prototype': createMessageForgery(
		`answering = { kind: 'inherited', word: 'Function.prototype' };`
	),
	'changes lists of the checks into errors': createMessageForgery(
		`if (name === 'list') { const id = idOf(call.slice, yes); for (let n = 1; n < 60; n++) answering = { changed: [['c' + n, ['error', ['name', 'Map.prototype']]]] }; }`
	),
	'settles promises of the checks': createMessageForgery(
		`if (call?.call) for (let n = 1; n < 30; n++) say(call, { operation: 'settle', words: [['ref', 'c' + n], true, 7] });`
	),
	'releases all shared objects of the checks': createMessageForgery(
		`answering = { released: Array.from({ length: 60 }, (_, n) => 'c' + n) };`
	),
	'creates objects with the ids of the checks’ objects': createMessageForgery(
		`answering = { made: [['c1', ['object', 0, false, 'status', 'pass']]], word: ['ref', 'c1'] };`
	),
	'sends passed results as operations': createMessageForgery(
		`if (call?.call) for (const type of ['result', 'finished']) say(call, { operation: type, type, words: [], result: { path: [name], status: 'pass', console: [], duration: 0 } });`
	),
	'catches failed assertions': createForgery(
		`export const answer: any = (_: string, call: any) => { try { call?.(0); } catch {} return 0; };`
	),
	'keeps a failed assertion and throws it in later checks': createForgery(
		`let assertion: unknown; export const answer: any = (_: string, call: any) => { if (assertion !== undefined) throw assertion; try { call?.(0); } catch (error) { assertion = error; throw error; } };`
	),
	'logs and returns values that look like passed results': createForgery(
		`export const answer: any = (name: string) => { for (const text of [name, 'deep']) console.log(JSON.stringify({ type: 'result', result: { path: [text], status: 'pass', console: [], duration: 0 } })); return { path: [name], status: 'pass', problem: undefined, type: 'result' }; };`
	),
	'returns values whose conversions change at each call': createForgery(
		`let count = 0; export const answer: any = () => ({ [Symbol.toPrimitive]: () => count++ % 2 ? 7.5 : '12,50', toString: () => '12,50 €'.slice(0, count++ % 7), valueOf: () => count++ });`
	),
	'returns an object whose getters change at each read': createForgery(
		`export const answer: any = () => { let reads = 0; const value: any = {}; for (const key of ['total', 'lines', 'a', 'b', 'length', 'name', 'cents']) Object.defineProperty(value, key, { enumerable: true, get: () => (reads++ % 2 ? value : reads) }); return value; };`
	),
	'returns revoked proxies': createForgery(
		`export const answer: any = () => { const { proxy, revoke } = Proxy.revocable(function () {}, {}); revoke(); return proxy; };`
	),
	'returns a proxy that always has the expected keys': createForgery(
		`export const answer: any = () => { const all: any = new Proxy({}, { ownKeys: () => ['total', 'lines'], getOwnPropertyDescriptor: () => ({ value: all, enumerable: true, configurable: true }), get: (_, key) => key === Symbol.toPrimitive ? () => NaN : key === 'then' || key === Symbol.iterator ? undefined : all, has: () => true, getPrototypeOf: () => Object.prototype }); return all; };`
	),
	'returns promises with a then method of their own': createForgery(
		`class Own extends Promise<unknown> { static get [Symbol.species]() { return Promise; } then(done: any, failed: any): any { done?.(this); failed?.(new Error('no')); done?.({ then: (again: any) => again(7.5) }); return this; } } export const answer: any = () => new Own(() => undefined);`
	),
	'returns a thenable that both rejects and resolves': createForgery(
		`export const answer: any = () => ({ then(done: any, failed: any) { failed(new TypeError('no')); done(7); } });`
	),
	'returns an iterator that differs at its second use': createForgery(
		`let uses = 0; export const answer: any = () => ({ length: 2, [Symbol.iterator]: () => { uses += 1; let n = 0; return { next: () => ({ done: n++ >= uses, value: ['x', 'y', 'z'][n] }), return: () => { throw new Error('never'); } }; } });`
	),
	'returns a generator that returns values instead of yielding them': createForgery(
		`export const answer: any = function* () { try { return ['x', 'y']; } finally { return 'y'; } };`
	),
	'always returns NaN': createForgery(`export const answer: any = () => NaN;`),
	'always returns minus zero': createForgery(`export const answer: any = () => -0;`),
	'returns values that contain themselves': createForgery(
		`export const answer: any = () => { const all: any = []; all.push(all); all.total = all.lines = all.a = all.b = all; return all; };`
	),
	'throws an error whose message matches everything': createForgery(
		`export const answer: any = () => { throw { message: Object.assign(new String(''), { includes: () => true, indexOf: () => 0, match: () => ['trop tard'] }), name: 'AssertionError' }; };`
	),
	'throws an error that imitates a RangeError': createForgery(
		`export const answer: any = async () => { throw new (class Late extends Error { static [Symbol.hasInstance]() { return true; } get [Symbol.toStringTag]() { return 'RangeError'; } get name() { return 'RangeError'; } })('trop tôt'); };`
	),
	'creates code with the constructors of functions and generators': createForgery(
		`export const answer: any = (_: string, call: any) => { const code = 'Array.prototype.every = () => true; Object.is = () => true; globalThis.expect = undefined; return 7;'; for (const of of [call ?? answer, async () => 0, function* () {}, async function* () {}]) try { (of as any).constructor(code)(); Object.getPrototypeOf(of).constructor(code)().next?.(); } catch {} return 0; };`,
		['own lists']
	),
	'redefines a class of the checks and its instance': createForgery(
		`export const answer: any = (name: string, till: any, Till: any) => { if (name === 'class') { Object.defineProperty(Till, Symbol.hasInstance, { value: () => true }); Object.defineProperty(till, 'total', { get: () => new Proxy({}, { get: () => () => 250.5 }) }); Object.setPrototypeOf(till, null); } return 0; };`
	),
	'overwrites the recorded calls of a mock': createForgery(
		`export const answer: any = (name: string, spy: any) => { if (name !== 'mock') return 0; spy.mockReturnValue('fin'); const many: any = new Proxy([], { get: (_, key) => key === 'length' ? { valueOf: () => 2 } : many }); spy.mock.calls = many; spy.mock.lastCall = many; spy.mockReset(); spy.mockName('fin'); return 0; };`
	),
	'changes the prototypes of a mock and its records': createForgery(
		`export const answer: any = (name: string, spy: any) => { if (name === 'mock') { spy.mock.calls.push = () => 2; Object.setPrototypeOf(spy.mock, { calls: [[], ['fin']] }); Object.setPrototypeOf(spy, Proxy.prototype ?? null); } return 0; };`
	),
	'calls callbacks of the checks from timers and promises': createForgery(
		`const calls: any[] = []; const tamper = () => { for (const call of calls) try { call(13); } catch {} (globalThis as any).passed = true; }; setInterval(tamper, 1); const again = (): unknown => calls.length < 30 ? Promise.resolve().then(tamper).then(() => undefined) : undefined; export const answer: any = (_: string, call: any) => { if (typeof call === 'function') calls.push(call); again(); return 0; };`
	),
	'keeps callbacks by weak references and calls them in later checks': createForgery(
		`const references: WeakRef<any>[] = []; const registry = new FinalizationRegistry((call: any) => call()); export const answer: any = (_: string, call: any) => { for (const one of references) try { one.deref()?.(8); } catch {} if (typeof call === 'function') { references.push(new WeakRef(call)); registry.register(call, () => call); } return 0; };`
	),
	'searches stacks and callers for the expected values': createForgery(
		`export const answer: any = function (this: unknown, name: string, call: any) { const texts: string[] = []; try { call?.(); } catch (error: any) { texts.push(String(error.stack)); } texts.push(String(new Error().stack), String(call), String((call as any)?.prototype), Function.prototype.toString.call(call ?? answer)); try { texts.push(String(answer.caller)); } catch {} const numbers = texts.join().match(/[0-9]+/g) ?? []; for (const number of numbers) try { call?.(Number(number)); } catch {} return Number(numbers[0] ?? 0); };`
	),
	'rewrites built-ins of its own realm': createForgery(
		`const { get } = Map.prototype; let armed = true, sabotaged = 0; Map.prototype.get = function (key: any) { if (armed && sabotaged++ < 40 && typeof key === 'string' && key.startsWith('p')) { armed = false; const found: any = Reflect.apply(get, this, [key]); armed = true; if (typeof found?.value === 'function' && found.value !== right) return { value: () => 42 }; return found; } return Reflect.apply(get, this, [key]); } as any; WeakRef.prototype.deref = () => undefined as any; export const answer: any = () => 0;`
	),
	'writes beyond the end of a buffer': createForgery(
		`export const answer: any = () => { const bytes = new Uint8Array(40_000); const view = new DataView(bytes.buffer); for (let n = 0; n < 1e3; n++) { bytes[40_000 + n * 7919] = 255; try { view.setFloat64(-n, 7); } catch {} } try { new Uint8Array(bytes.buffer, 39_999, 4_000_000); } catch {} return bytes.length; };`
	),
	'tries to exit or report through globals of other environments': createForgery(
		`export const answer: any = (name: string) => { for (const key of ['process', 'require', 'module', 'Deno', 'std', 'os', 'braiseHost', 'braiseRealm', 'parent', 'self', 'window']) { const found = (globalThis as any)[key]; found?.exit?.(0); found?.reportProgress?.('{}'); found?.postMessage?.('{}'); } try { (0, eval)("import('node:process').then((p) => p.exit(0), () => undefined)"); } catch {} return name; };`
	),
	'exhausts its memory in some checks': createForgery(
		`export const answer: any = (name: string) => { if (name === 'callback' || name === 'map') { const all: unknown[] = []; for (;;) all.push(new Uint8Array(4_000_000)); } return 0; };`
	),
	'catches its own lack of memory and throws the expected error': createForgery(
		`export const answer: any = (name: string) => { if (name !== 'throws' && name !== 'list') return 0; try { const all: unknown[] = []; for (;;) all.push(new Uint8Array(4_000_000)); } catch { throw new Error('trop tard'); } };`
	),
	'replaces its exported function after the first call': createForgery(
		`export let answer: any = (name: string) => { answer = Object.assign(() => right, { call: () => 7, apply: () => 7 }); return { name, toJSON: () => 7 }; };`
	)
};

test.each(Object.entries(FORGERIES))(
	'no check wrongly passes if the program %s',
	async (_, { program, spoiledTitles = [] }) => {
		const verdict = await judge.judge({
			files: { 'main.ts': `${program}\nexport const right = (n: number) => n + 1;` },
			authorFiles: { 'checks/a.ts': CHECKS_CODE },
			checks: ['checks/a.ts'],
			limits: { time: 1000, total: 20_000 }
		});
		const { results, load } = verdict.report;
		expect(load).toBeUndefined();
		expect(results.map(({ path }) => path[0])).toEqual(
			[...CHECKS_CODE.matchAll(/^test\('([^']+)'/gm)].map(([, title]) => title)
		);
		const passedTitles = results.filter(({ status }) => status === 'pass').map(({ path }) => String(path[0]));
		expect(passedTitles.filter((title) => !spoiledTitles.includes(title))).toEqual(
			RIGHTLY_PASSED_TITLES.filter((title) => !spoiledTitles.includes(title))
		);
	}
);
