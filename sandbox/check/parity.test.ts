/** Compares our `expect` with vitest's own on the same inputs. */
import { describe, expect as reference, test, vi } from 'vitest';
import { createCheckModule } from './index.ts';

type Method = (...values: unknown[]) => unknown;
interface Chain {
	[matcher: string]: Method;
}
type Expecting = ((value: unknown) => Chain & { not: Chain }) &
	Record<string, Method> & { not: Record<string, Method> };

const ours = createCheckModule().exports['expect'] as Expecting;
const theirs = reference as unknown as Expecting;

class Point {
	x: number;
	constructor(x: number) {
		this.x = x;
	}
}
class Other {
	x: number;
	constructor(x: number) {
		this.x = x;
	}
}
class Fault extends Error {}

const self: Record<string, unknown> = { name: 'self' };
self['self'] = self;
const twin: Record<string, unknown> = { name: 'self' };
twin['self'] = twin;
const sharedObject = { a: 1 };
const symbol = Symbol('s');
const bare = (members: object): object => Object.assign(Object.create(null) as object, members);

const VALUES: readonly unknown[] = [
	undefined,
	null,
	true,
	false,
	0,
	-0,
	1,
	NaN,
	Infinity,
	-Infinity,
	1n,
	0n,
	'',
	'a',
	'1',
	symbol,
	Symbol('s'),
	{},
	{ a: 1 },
	{ a: 1, b: undefined },
	{ a: 1, b: 2 },
	{ b: 2, a: 1 },
	{ a: { b: [1, { c: 'x' }] } },
	{ a: { b: [1, { c: 'y' }] } },
	{ a: undefined },
	{ [symbol]: 1 },
	{ [symbol]: 2 },
	sharedObject,
	bare({ a: 1 }),
	bare({}),
	{ length: 0 },
	{ 0: 1, length: 1 },
	[],
	[undefined],
	[null],
	Array(1),
	[1],
	['1'],
	[1, 2],
	[2, 1],
	[[1], [2]],
	[{ a: 1 }],
	[{ a: 1, b: undefined }],
	[NaN],
	[-0],
	[0],
	new Point(1),
	new Point(2),
	new Other(1),
	{ x: 1 },
	new Date(0),
	new Date(1),
	new Date(NaN),
	/a/,
	/a/g,
	/b/,
	new Map(),
	new Map([['a', 1]]),
	new Map([['a', 2]]),
	new Map([['b', 1]]),
	new Map<unknown, unknown>([[{ k: 1 }, { v: 1 }]]),
	new Map<unknown, unknown>([[{ k: 1 }, { v: 2 }]]),
	new Map<unknown, unknown>([
		['a', 1],
		['b', 2]
	]),
	new Map<unknown, unknown>([
		['b', 2],
		['a', 1]
	]),
	new Set(),
	new Set([1]),
	new Set([2]),
	new Set([1, 2]),
	new Set([2, 1]),
	new Set([{ a: 1 }]),
	new Set([{ a: 2 }]),
	new Set([[1]]),
	new Error('a'),
	new Error('b'),
	new TypeError('a'),
	new Fault('a'),
	new Error('a', { cause: 1 }),
	new Error('a', { cause: 2 }),
	Object.assign(new Error('a'), { code: 1 }),
	new AggregateError([1], 'a'),
	new AggregateError([2], 'a'),
	new Uint8Array([1, 2]),
	new Uint8Array([1, 3]),
	new Uint16Array([1, 2]),
	new Float64Array([NaN]),
	new Float64Array([0]),
	new Number(1),
	new Number(2),
	new String('a'),
	new Boolean(false),
	Object('b'),
	Math.max,
	Math.min,
	() => 1,
	Point,
	self,
	twin,
	{ self },
	[self],
	Promise.resolve(1),
	new WeakMap(),
	Object.create({ inherited: 1 }),
	Object.create({ inherited: 2 }),
	{ inherited: 1 },
	JSON,
	(0, eval)('(function () { return arguments; })()'),
	{
		get a() {
			return 1;
		}
	},
	{ deep: { deep: { deep: [new Set([new Map([['k', [1]]])])] } } },
	{ deep: { deep: { deep: [new Set([new Map([['k', [2]]])])] } } }
];

type Verdict = 'holds' | 'fails';

function verdict(action: () => unknown): Verdict {
	try {
		action();
		return 'holds';
	} catch {
		return 'fails';
	}
}

function both(matcher: string, received: unknown, values: unknown[]): string[] {
	return [ours, theirs].map((expecting) => {
		const plain = verdict(() => expecting(received)[matcher]?.(...values));
		const negated = verdict(() => expecting(received).not[matcher]?.(...values));
		return `${plain}/${negated}`;
	});
}

/** Asks through `.not`, because most pairs differ, and writing the message of a failure takes long. */
function differ(expecting: Expecting, matcher: string, received: unknown, expected: unknown): Verdict {
	return verdict(() => expecting(received).not[matcher]?.(expected));
}

/**
 * Cases in which our `expect` differs from vitest's on purpose, each with its reason. A case in which both agree is an error in
 * this list.
 */
const isArguments = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Arguments]';
const isOpaque = (value: unknown): boolean => {
	return (
		value instanceof RegExp ||
		value instanceof Number ||
		value instanceof String ||
		value instanceof Boolean ||
		ArrayBuffer.isView(value) ||
		value instanceof WeakMap ||
		isArguments(value)
	);
};
const DIFFERENCES: readonly { why: string; matcher: string; applies(received: unknown, expected: unknown): boolean }[] =
	[
		{
			why: 'toMatchObject(/a/) and the like look at the value; vitest lets anything pass because they have no keys',
			matcher: 'toMatchObject',
			applies: (_received, expected) => isOpaque(expected)
		},
		{
			why: 'toMatchObject expects an object; vitest falls back to equality',
			matcher: 'toMatchObject',
			applies: (_received, expected) => typeof expected !== 'object' || expected === null
		},
		{
			why: 'toMatchObject({}) asks for an object; vitest lets 1 and null pass because no key is asked for',
			matcher: 'toMatchObject',
			applies: (received) => typeof received !== 'object' || received === null
		}
	];

describe.each(['toBe', 'toEqual', 'toStrictEqual', 'toMatchObject'])('%s', (matcher) => {
	const differences = DIFFERENCES.filter((one) => one.matcher === matcher);
	test('agrees on every pair of values', () => {
		const disagreed: unknown[] = [];
		let compared = 0;
		VALUES.forEach((received, row) => {
			VALUES.forEach((expected, column) => {
				if (differences.some((one) => one.applies(received, expected))) return;
				compared += 1;
				const mine = differ(ours, matcher, received, expected);
				if (mine !== differ(theirs, matcher, received, expected))
					disagreed.push({ row, column, received, expected, mine });
			});
		});
		reference(disagreed).toEqual([]);
		reference(compared).toBeGreaterThan(1500);
	});
	test.each(differences)('differs: $why', ({ applies }) => {
		const pairs = VALUES.flatMap((received) => VALUES.map((expected) => [received, expected] as const));
		const differingPairs = pairs.filter(([received, expected]) => {
			if (!applies(received, expected)) return false;
			return differ(ours, matcher, received, expected) !== differ(theirs, matcher, received, expected);
		});
		reference(differingPairs.length).toBeGreaterThan(0);
	});
});

const UNARY = ['toBeTruthy', 'toBeFalsy', 'toBeDefined', 'toBeUndefined', 'toBeNull', 'toBeNullable', 'toBeNaN'];

test.each(UNARY)('%s agrees on every value', (matcher) => {
	for (const value of VALUES) {
		const [mine, other] = both(matcher, value, []);
		reference([value, mine]).toEqual([value, other]);
	}
});

const NUMBERS = [0, -0, 1, 1.005, 1.01, -1, NaN, Infinity, -Infinity, 1n, 2n, 100, 0.1 + 0.2, 0.3];
test.each(['toBeGreaterThan', 'toBeGreaterThanOrEqual', 'toBeLessThan', 'toBeLessThanOrEqual'])(
	'%s agrees on numbers',
	(matcher) => {
		for (const receivedValue of [...NUMBERS, '1', null, undefined, {}]) {
			for (const expectedValue of [...NUMBERS, '1', undefined]) {
				const [mine, other] = both(matcher, receivedValue, [expectedValue]);
				reference([receivedValue, expectedValue, mine]).toEqual([receivedValue, expectedValue, other]);
			}
		}
	}
);

test('toBeCloseTo agrees on numbers', () => {
	const numbers = NUMBERS.filter((value) => typeof value === 'number');
	for (const receivedValue of numbers) {
		for (const expectedValue of numbers) {
			for (const digits of [undefined, 0, 1, 5, -1]) {
				const [mine, other] = both('toBeCloseTo', receivedValue, [expectedValue, digits]);
				reference([receivedValue, expectedValue, digits, mine]).toEqual([receivedValue, expectedValue, digits, other]);
			}
		}
	}
});

const nested = { a: { b: [{ c: 1 }, 2] }, 'a.b': 5, n: null, u: undefined, list: [1, 2, 3] };
const ROWS: readonly [string, unknown, ...unknown[]][] = [
	['toContain', [1, 2], 1],
	['toContain', [1, 2], 3],
	['toContain', [NaN], NaN],
	['toContain', [{ a: 1 }], { a: 1 }],
	['toContain', [sharedObject], sharedObject],
	['toContain', 'abc', 'b'],
	['toContain', 'abc', 'z'],
	['toContain', 'abc', ''],
	['toContain', new Set([1]), 1],
	['toContain', new Set([1]), 2],
	['toContain', new Map([[1, 2]]), 1],
	['toContain', null, 1],
	['toContain', undefined, 1],
	['toContain', [-0], 0],
	['toContain', new Uint8Array([1]), 1],
	['toContain', { length: 1, 0: 'x' }, 'x'],
	['toContainEqual', [{ a: 1 }], { a: 1 }],
	['toContainEqual', [{ a: 1 }], { a: 2 }],
	['toContainEqual', [1], 1],
	['toContainEqual', new Set([[1]]), [1]],
	['toContainEqual', [{ a: 1, b: undefined }], { a: 1 }],
	['toContainEqual', [], undefined],
	['toContainEqual', null, 1],
	['toHaveLength', [1, 2], 2],
	['toHaveLength', [1, 2], 3],
	['toHaveLength', 'ab', 2],
	['toHaveLength', { length: 4 }, 4],
	['toHaveLength', (a: unknown) => a, 1],
	['toHaveLength', {}, 0],
	['toHaveLength', null, 0],
	['toHaveLength', 5, 0],
	['toHaveProperty', nested, 'a'],
	['toHaveProperty', nested, 'a.b'],
	['toHaveProperty', nested, 'a.b', 5],
	['toHaveProperty', nested, 'a.b[0].c'],
	['toHaveProperty', nested, 'a.b[0].c', 1],
	['toHaveProperty', nested, 'a.b[0].c', 2],
	['toHaveProperty', nested, ['a', 'b', 0, 'c'], 1],
	['toHaveProperty', nested, ['a', 'b', 9]],
	['toHaveProperty', nested, 'z'],
	['toHaveProperty', nested, 'n', null],
	['toHaveProperty', nested, 'u'],
	['toHaveProperty', nested, 'u', undefined],
	['toHaveProperty', nested, 'z', undefined],
	['toHaveProperty', nested, 'list.length', 3],
	['toHaveProperty', nested, 'n.x'],
	['toHaveProperty', [1, 2], '0', 1],
	['toHaveProperty', 'abc', 'length', 3],
	['toHaveProperty', new Point(1), 'x', 1],
	['toHaveProperty', { a: { x: 1 } }, 'a', { x: 1 }],
	['toHaveProperty', null, 'a'],
	['toHaveProperty', Object.create({ up: 1 }), 'up', 1],
	['toMatch', 'abc', 'b'],
	['toMatch', 'abc', 'z'],
	['toMatch', 'abc', /^a/],
	['toMatch', 'abc', /^b/],
	['toMatch', 'abc', /b/g],
	['toMatch', 1, '1'],
	['toMatch', 'a.c', '.'],
	['toBeInstanceOf', new Point(1), Point],
	['toBeInstanceOf', new Point(1), Other],
	['toBeInstanceOf', [], Array],
	['toBeInstanceOf', [], Object],
	['toBeInstanceOf', 1, Number],
	['toBeInstanceOf', new Fault(), Error],
	['toBeInstanceOf', null, Object],
	['toBeInstanceOf', {}, 'x'],
	['toBeTypeOf', 1, 'number'],
	['toBeTypeOf', '1', 'number'],
	['toBeTypeOf', null, 'object'],
	['toBeTypeOf', undefined, 'undefined'],
	['toSatisfy', 2, (value: number) => value > 1],
	['toSatisfy', 0, (value: number) => value > 1],
	['toBeOneOf', 1, [1, 2]],
	['toBeOneOf', 3, [1, 2]],
	['toBeOneOf', { a: 1 }, [{ a: 1 }]],
	['toBeOneOf', 1, new Set([1])]
];

test.each(ROWS)('%s of row %#', (matcher, received, ...values) => {
	const [mine, other] = both(matcher, received, values);
	reference(mine).toBe(other);
});

describe('toThrow', () => {
	const throwing = (value: unknown) => () => {
		throw value;
	};
	const receivedValues: unknown[] = [
		throwing(new Error('too long')),
		throwing(new RangeError('too long')),
		throwing(new Fault('')),
		throwing('text'),
		throwing({ message: 'too long' }),
		() => 1
	];
	const argumentLists: unknown[][] = [
		[],
		['too'],
		['long'],
		[''],
		['text'],
		['other'],
		[/^too/],
		[/other/],
		[Error],
		[RangeError],
		[Fault],
		[TypeError],
		[new Error('too long')],
		[new Error('other')],
		[new RangeError('too long')],
		[{ message: 'too long' }],
		[undefined]
	];
	const cases = receivedValues.flatMap((value) => argumentLists.map((values) => [value, values] as const));
	test.each(cases)('agrees in row %#', (value, values) => {
		const [mine, other] = both('toThrow', value, values);
		reference(mine).toBe(other);
	});
	test('differs: what was thrown without a message has none; vitest lets a text and its contrary hold', () => {
		reference(both('toThrow', throwing(undefined), ['text'])).toEqual(['fails/holds', 'holds/holds']);
	});
	test('differs: a value that cannot be called is a mistake in the check; vitest counts the call as thrown', () => {
		reference(both('toThrow', 5, [TypeError])).toEqual(['fails/fails', 'holds/fails']);
	});
});

describe('asymmetric matchers', () => {
	type Make = (expecting: Expecting) => unknown;
	const makers: Record<string, Make> = {
		anything: (e) => e['anything']?.(),
		...Object.fromEntries(
			[String, Number, Boolean, Function, Object, Array, BigInt, Symbol, Point, Date, Error].map((type) => [
				`any ${type.name}`,
				(e: Expecting) => e['any']?.(type)
			])
		),
		stringContaining: (e) => e['stringContaining']?.('a'),
		'not stringContaining': (e) => e.not['stringContaining']?.('a'),
		stringMatching: (e) => e['stringMatching']?.(/^a/),
		'stringMatching text': (e) => e['stringMatching']?.('a'),
		'not stringMatching': (e) => e.not['stringMatching']?.(/^a/),
		closeTo: (e) => e['closeTo']?.(1, 1),
		'not closeTo': (e) => e.not['closeTo']?.(1, 1),
		arrayContaining: (e) => e['arrayContaining']?.([1]),
		'arrayContaining none': (e) => e['arrayContaining']?.([]),
		'not arrayContaining': (e) => e.not['arrayContaining']?.([1]),
		objectContaining: (e) => e['objectContaining']?.({ a: 1 }),
		'objectContaining nested': (e) => e['objectContaining']?.({ a: e['objectContaining']?.({ b: e['anything']?.() }) }),
		'not objectContaining': (e) => e.not['objectContaining']?.({ a: 1 })
	};
	const contexts: Record<string, (value: unknown) => unknown> = {
		alone: (value) => value,
		'in an object': (value) => ({ k: value }),
		'in an array': (value) => [1, value],
		'in a map': (value) => new Map([['k', value]]),
		'in a set': (value) => new Set([value])
	};
	const cases = Object.keys(makers).flatMap((name) => Object.keys(contexts).map((context) => [name, context] as const));
	// Our stringContaining and stringMatching accept only text; vitest's accept `new String('a')` too, so boxed values are left out
	// here.
	const UNBOXED = VALUES.filter((value) => !(value instanceof String || value instanceof Number));
	test.each(cases)('%s %s', (name, context) => {
		for (const value of UNBOXED) {
			const place = contexts[context] as (value: unknown) => unknown;
			const answers = [ours, theirs].map((expecting) =>
				['toEqual', 'toStrictEqual'].map((matcher) => {
					const expectedValue = place(makers[name]?.(expecting));
					return differ(expecting, matcher, place(value), expectedValue);
				})
			);
			reference([value, answers[0]]).toEqual([value, answers[1]]);
		}
	});
});

describe('calls', () => {
	const vitest = vi as unknown as Record<string, Method>;
	const mine = createCheckModule().exports['vi'] as Record<string, Method>;
	const script = (mocker: Record<string, Method>) => {
		const mock = mocker['fn']?.((a: number) => {
			if (a === 9) throw new Error('nine');
			return { a };
		}) as Method;
		mock(1, 'x');
		mock(2);
		try {
			mock(9);
		} catch {
			// The mock counts this call as one that threw.
		}
		mock(1, 'x');
		return mock;
	};
	const rows: [string, ...unknown[]][] = [
		['toHaveBeenCalled'],
		['toBeCalled'],
		['toHaveBeenCalledOnce'],
		['toHaveBeenCalledTimes', 4],
		['toHaveBeenCalledTimes', 3],
		['toHaveBeenCalledWith', 1, 'x'],
		['toHaveBeenCalledWith', 1],
		['toHaveBeenCalledWith', 2],
		['toHaveBeenLastCalledWith', 1, 'x'],
		['toHaveBeenLastCalledWith', 2],
		['toHaveBeenNthCalledWith', 2, 2],
		['toHaveBeenNthCalledWith', 1, 2],
		['toHaveBeenNthCalledWith', 8, 2],
		['toHaveBeenCalledExactlyOnceWith', 2],
		['toHaveReturned'],
		['toHaveReturnedTimes', 3],
		['toHaveReturnedTimes', 4],
		['toHaveReturnedWith', { a: 2 }],
		['toHaveReturnedWith', { a: 9 }],
		['toHaveLastReturnedWith', { a: 1 }],
		['toHaveLastReturnedWith', { a: 2 }],
		['toHaveNthReturnedWith', 2, { a: 2 }],
		['toHaveNthReturnedWith', 3, { a: 9 }]
	];
	test.each(rows)('%s row %#', (matcher, ...values) => {
		const answers = (
			[
				[ours, mine],
				[theirs, vitest]
			] as const
		).map(([expecting, mocker]) => {
			const mock = script(mocker);
			return [
				verdict(() => expecting(mock)[matcher]?.(...values)),
				verdict(() => expecting(mock).not[matcher]?.(...values)),
				verdict(() => expecting(mocker['fn']?.())[matcher]?.(...values)),
				verdict(() => expecting(() => 1)[matcher]?.(...values))
			];
		});
		reference(answers[0]).toEqual(answers[1]);
	});
});

describe('promises', () => {
	type Settling = Record<string, Record<string, Method> & { not: Record<string, Method> }>;
	const cases: [string, () => unknown, string, string, unknown[]][] = [
		['resolves', () => Promise.resolve(1), 'toBe', '', [1]],
		['resolves', () => Promise.resolve(1), 'toBe', '', [2]],
		['resolves', () => Promise.resolve(1), 'toBe', 'not', [2]],
		['resolves', () => Promise.reject(new Error('no')), 'toBe', '', [1]],
		['resolves', () => 1, 'toBe', '', [1]],
		['rejects', () => Promise.reject(new Error('no')), 'toThrow', '', ['no']],
		['rejects', () => Promise.reject(new Error('no')), 'toThrow', '', ['yes']],
		['rejects', () => Promise.reject(new Error('no')), 'toThrow', '', [RangeError]],
		['rejects', () => Promise.reject(new Error('no')), 'toEqual', '', [new Error('no')]],
		['rejects', () => Promise.reject(3), 'toBe', '', [3]],
		['rejects', () => () => Promise.reject(new Error('no')), 'toThrow', '', []],
		['rejects', () => Promise.resolve(1), 'toThrow', '', []],
		['rejects', () => Promise.resolve(1), 'toThrow', 'not', []]
	];
	test.each(cases)('%s row %#', async (settled, received, matcher, not, values) => {
		const answers = await Promise.all(
			[ours, theirs].map(async (expecting) => {
				try {
					const chain = (expecting(received()) as unknown as Settling)[settled];
					const link = not === 'not' ? chain?.not : chain;
					await link?.[matcher]?.(...values);
					return 'holds';
				} catch {
					return 'fails';
				}
			})
		);
		reference(answers[0]).toBe(answers[1]);
	});
});
