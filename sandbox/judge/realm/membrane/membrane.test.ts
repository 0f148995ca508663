import { expect, test, vi } from 'vitest';
import { Membrane } from './membrane.ts';

interface JoinedRealms {
	checks: Membrane;
	program: Membrane;
	/** The program's module `main`, as the checks get it. */
	main: Record<string, (...values: never[]) => unknown>;
	sentTexts: string[];
}

function joinRealms(main: object): JoinedRealms {
	const sentTexts: string[] = [];
	const refuseToLoad = (path: string) => {
		throw new Error(`nothing at ${path}`);
	};
	const isOpaqueProxy = () => false;
	const program: Membrane = new Membrane({
		letter: 'p',
		send: (text) => checks.receiveMessage(text),
		loadModule: (path) => (path === 'main' ? main : refuseToLoad(path)),
		isOpaqueProxy
	});
	const checks: Membrane = new Membrane({
		letter: 'c',
		send(text) {
			sentTexts.push(text);
			return program.receiveMessage(text);
		},
		loadModule: refuseToLoad,
		isOpaqueProxy
	});
	return { checks, program, main: checks.loadModule('main') as JoinedRealms['main'], sentTexts };
}

const callMainExport = (realms: JoinedRealms, name: string, ...values: unknown[]): unknown =>
	(realms.main[name] as (...values: unknown[]) => unknown)(...values);

interface MessageParts {
	operation?: string;
	words?: unknown[];
	made?: unknown[];
	changed?: unknown[];
	released?: unknown[];
}

/** Returns a message that a program may send once it controls its realm. */
const writeQuestion = ({
	operation = 'sync',
	words = [],
	made = [],
	changed = [],
	released = []
}: MessageParts): string => JSON.stringify([operation, words, made, changed, released]);

test.each([
	['numbers', [0, -0, NaN, Infinity, -Infinity, 1e21, 5e-324]],
	['texts', ['', 'été', '\u0000', '\uD83D', '🥖', '__proto__']],
	['undefined and null', [undefined, null]],
	['bigints', [0n, -(2n ** 70n)]],
	['lists with holes', [Object.assign(new Array<number>(3), { 0: 1, 2: 3 }), new Array(5)]],
	['maps and sets', [new Map<unknown, unknown>([[{ a: 1 }, new Set([NaN])]]), new Set()]],
	['dates and regular expressions', [new Date(5), new Date(NaN), /a(?<b>c)/giu]],
	['typed arrays', [new Uint8Array([1, 255]), new Float64Array([NaN, -0]), new Uint16Array(new ArrayBuffer(8), 2, 2)]],
	['errors', [new RangeError('far', { cause: { n: 1 } }), Object.assign(new Error('x'), { code: 7 })]],
	['objects without a prototype', [Object.assign(Object.create(null) as object, { a: 1 })]],
	['objects with a key __proto__', [JSON.parse('{"__proto__": 1, "constructor": 2}')]]
])('%s cross the membrane and return unchanged', (_, values) => {
	const realms = joinRealms({ same: (value: unknown) => ({ value }) });
	for (const value of values) {
		const { value: returnedValue } = callMainExport(realms, 'same', value) as { value: unknown };
		expect(returnedValue).toStrictEqual(value);
	}
});

test('copied objects keep their identity, even if they contain themselves', () => {
	const storedValues: unknown[] = [];
	const realms = joinRealms({
		keep: (value: unknown) => storedValues.push(value) && value,
		is: (value: unknown) => storedValues.includes(value)
	});
	const value: Record<string, unknown> = { list: [1] };
	value['self'] = value;
	const returnedValue = callMainExport(realms, 'keep', value) as typeof value;
	expect(returnedValue).toBe(value);
	expect(storedValues[0]).not.toBe(value);
	expect((storedValues[0] as typeof value)['self']).toBe(storedValues[0]);
	expect(callMainExport(realms, 'is', value)).toBe(true);
	expect(callMainExport(realms, 'is', { ...value })).toBe(false);
});

test('changes of a list in place are seen on the other side, in both directions', () => {
	let sortedList: number[] = [];
	const realms = joinRealms({
		sort(list: number[]) {
			sortedList = list.sort();
			list.push(9);
		},
		last: () => sortedList.at(-1)
	});
	const list = [3, 1, 2];
	callMainExport(realms, 'sort', list);
	expect(list).toEqual([1, 2, 3, 9]);
	list.push(10);
	expect(callMainExport(realms, 'last')).toBe(10);
});

test('a frozen object is frozen on the other side too', () => {
	const realms = joinRealms({ frozen: () => Object.freeze({ list: Object.freeze([1]) }) });
	const value = callMainExport(realms, 'frozen') as { list: number[] };
	expect(Object.isFrozen(value) && Object.isFrozen(value.list)).toBe(true);
});

test('functions, classes and instances of one side can be used from the other', () => {
	class Till {
		#cents = 0;
		static made = 0;
		add(cents: number) {
			this.#cents += cents;
			return this;
		}
		get total() {
			return this.#cents;
		}
		*[Symbol.iterator]() {
			yield this.#cents;
		}
	}
	const realms = joinRealms({ Till, twice: (call: (n: number) => number) => call(call(1)) });
	const RemoteTill = (realms.main as unknown as { Till: typeof Till }).Till;
	const till = new RemoteTill();
	expect(till.add(5).add(7)).toBe(till);
	expect([till.total, ...till]).toEqual([12, 12]);
	expect(till).toBeInstanceOf(RemoteTill);
	class OwnTill extends RemoteTill {
		override add(cents: number) {
			return super.add(cents * 2);
		}
	}
	expect(new OwnTill().add(5).total).toBe(10);
	RemoteTill.made = 3;
	expect(Till.made).toBe(3);
	expect(callMainExport(realms, 'twice', (n: number) => n + 20)).toBe(41);
});

test('an error thrown through both sides is recognised, unlike a new equal error', () => {
	const realms = joinRealms({ through: (back: () => void) => back() });
	const error = new TypeError('mine');
	expect(() =>
		callMainExport(realms, 'through', () => {
			throw error;
		})
	).toThrow(error);
	expect(realms.checks.isErrorOfOtherRealm(error)).toBe(true);
	expect(realms.checks.isErrorOfOtherRealm(new TypeError('mine'))).toBe(false);
});

test('promises resolve and reject on the other side with the given value and error', async () => {
	const realms = joinRealms({ later: async (n: number) => n + 1, fails: () => Promise.reject(new RangeError('no')) });
	await expect(callMainExport(realms, 'later', 1)).resolves.toBe(2);
	await expect(callMainExport(realms, 'fails')).rejects.toThrow(RangeError);
});

test('handles of values from repeated calls are released, so that messages stay short', () => {
	const realms = joinRealms({ make: () => ({ n: 1 }), use: () => undefined });
	for (let n = 0; n < 600; n++) callMainExport(realms, 'make');
	// Messages must not grow with the number of calls, so the last ones are short.
	callMainExport(realms, 'use');
	expect(Math.max(...realms.sentTexts.slice(-3).map((text) => text.length))).toBeLessThan(20_000);
});

test('a side learns of errors and rejections of its function when the other side calls it', async () => {
	const thrownErrors: [unknown, unknown][] = [];
	const main = {
		swallow: (back: () => unknown) =>
			void Promise.resolve()
				.then(back)
				.catch(() => 0)
	};
	const program: Membrane = new Membrane({
		letter: 'p',
		send: (text) => checks.receiveMessage(text),
		loadModule: () => main,
		isOpaqueProxy: () => false
	});
	const checks: Membrane = new Membrane({
		letter: 'c',
		send: (text) => program.receiveMessage(text),
		loadModule: () => undefined,
		isOpaqueProxy: () => false,
		onErrorSent: (error, outOf) => thrownErrors.push([error, outOf])
	});
	const { swallow } = checks.loadModule('main') as typeof main;
	const error = new Error('heard');
	const throwHeardError = () => {
		throw error;
	};
	swallow(throwHeardError);
	await vi.waitFor(() => expect(thrownErrors).toEqual([[error, throwHeardError]]));
	swallow(() => Promise.reject(error));
	await vi.waitFor(() => expect(thrownErrors).toHaveLength(2));
	expect(thrownErrors[1]?.[1]).toBeInstanceOf(Promise);
});

/** Joins two realms and passes one function of the checks to the program. It is their first shared object, with the id `c1`. */
function joinRealmsSharingObject(): JoinedRealms & { shared: () => string } {
	const realms = joinRealms({ take: () => undefined });
	const readSecret = () => 'secret';
	callMainExport(realms, 'take', readSecret);
	return { ...realms, shared: readSecret };
}

test.each([
	['a built-in as the target', { operation: 'get', words: [['name', 'Array.prototype'], 'every', null] }],
	[
		'a definition on a built-in',
		{ operation: 'define', words: [['name', 'Array.prototype'], 'x', ['name', 'Object.prototype']] }
	],
	['a built-in as the receiver', { operation: 'set', words: [['ref', 'c1'], 'every', 1, ['name', 'Array.prototype']] }],
	[
		'a built-in as the receiver of a getter',
		{ operation: 'get', words: [['ref', 'c1'], 'name', ['name', 'Array.prototype']] }
	],
	['a description of a built-in', { operation: 'describe', words: [['name', 'Function.prototype'], 'toString'] }],
	['another prototype for a built-in', { operation: 'setPrototype', words: [['name', 'Array.prototype'], null] }],
	[
		'an object of the program as the target',
		{ operation: 'call', words: [['ref', 'p99'], null], made: [['p99', ['function', false]]] }
	],
	['an object of the checks as a descriptor', { operation: 'define', words: [['ref', 'c1'], 'x', ['ref', 'c1']] }],
	['a call of Function by its name', { operation: 'call', words: [['name', 'Function'], null, 'return 1'] }],
	['a value tagged with the name of a method', { operation: 'call', words: [['constructor'], null] }],
	['an object that was never shared', { operation: 'get', words: [['ref', 'c77'], 'x', null] }],
	['a new object with an id of the checks', { made: [['c1', ['object', 0, false]]] }],
	['the release of an object of the program', { released: ['p1'] }],
	['settling an object that is not a promise', { operation: 'settle', words: [['ref', 'c1'], true, 1] }],
	['an unknown operation', { operation: 'eval', words: [] }],
	['a value of an unknown form', { operation: 'call', words: [{ tag: 'ref' }] }],
	['fetching a built-in by its name', { operation: 'fetch', words: [['name', 'Array.prototype']] }]
] as [string, MessageParts][])('a message of the program is refused: %s', (_, parts) => {
	const { checks } = joinRealmsSharingObject();
	const keysBefore = Object.getOwnPropertyNames(Array.prototype);
	// A refusal reaches the program as an error, or ends the attempt.
	const sendRefusedQuestion = () => {
		if (checks.receiveMessage(writeQuestion(parts)).startsWith('["thrown"')) throw new Error('refused');
	};
	expect(sendRefusedQuestion).toThrow();
	expect(Object.getOwnPropertyNames(Array.prototype)).toEqual(keysBefore);
});

test('calls with plain values are sent as plain calls, and calls with other values are not', () => {
	const realms = joinRealms({ same: (value: unknown) => value });
	const { same } = realms.main as { same: (value: unknown) => unknown };
	const operationOf = (value: unknown) => {
		expect(same(value)).toBe(value);
		return (JSON.parse(realms.sentTexts.at(-1) ?? '') as unknown[])[0];
	};
	for (const value of [0, -1.5, 1e300, '', '\uD83D', '["plainCall"', true, null])
		expect([value, operationOf(value)]).toEqual([value, 'plainCall']);
	for (const value of [-0, NaN, Infinity, undefined, 1n, Symbol.iterator])
		expect([value, operationOf(value)]).toEqual([value, 'call']);
});

test.each([
	['for an object that was never shared', ['plainCall', 'c77', []]],
	['for an object of the program', ['plainCall', 'p1', []]],
	['for a built-in by its name', ['plainCall', 'Function', ['return 1']]],
	['for a name that every object has', ['plainCall', 'constructor', []]],
	['for a reference instead of an id', ['plainCall', ['ref', 'c1'], []]],
	['with a reference among its values', ['plainCall', 'c1', [['name', 'Array.prototype']]]],
	['with values that are not a list', ['plainCall', 'c1', { length: 1 }]]
])('a plain call is refused %s', (_, message) => {
	const { checks } = joinRealmsSharingObject();
	expect(() => checks.receiveMessage(JSON.stringify(message))).toThrow();
});

test('a message cannot turn a copied list into an error', () => {
	const realms = joinRealms({ take: () => undefined });
	const list = [1, 2];
	callMainExport(realms, 'take', list);
	const error = ['c1', ['error', ['name', 'Map.prototype']]] as const;
	expect(() => realms.checks.receiveMessage(writeQuestion({ changed: [error] }))).toThrow('stays what it is');
	expect(list).toEqual([1, 2]);
	expect(Array.isArray(list) && Object.getPrototypeOf(list)).toBe(Array.prototype);
});
