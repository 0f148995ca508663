/** @module-tag more */
import { describe, expect as reference, test, vi } from 'vitest';
import { createCheckModule } from './index.ts';

type MatcherMethod = (...values: unknown[]) => unknown;
interface MatcherChain {
	[matcher: string]: MatcherMethod;
}
type ExpectFunction = ((value: unknown) => MatcherChain & { not: MatcherChain }) &
	Record<string, MatcherMethod> & { not: Record<string, MatcherMethod> };

const testedExpect = createCheckModule().exports['expect'] as ExpectFunction;
const vitestExpect = reference as unknown as ExpectFunction;

class Point {
	x: number;
	constructor(x: number) {
		this.x = x;
	}
}
class OtherPoint {
	x: number;
	constructor(x: number) {
		this.x = x;
	}
}
class Fault extends Error {}

const selfContaining: Record<string, unknown> = { name: 'self' };
selfContaining['self'] = selfContaining;
const selfContainingTwin: Record<string, unknown> = { name: 'self' };
selfContainingTwin['self'] = selfContainingTwin;
const sharedObject = { a: 1 };
const symbol = Symbol('s');
const createWithoutPrototype = (members: object): object => Object.assign(Object.create(null) as object, members);

const COMPARED_VALUES: readonly unknown[] = [
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
	createWithoutPrototype({ a: 1 }),
	createWithoutPrototype({}),
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
	new OtherPoint(1),
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
	selfContaining,
	selfContainingTwin,
	{ self: selfContaining },
	[selfContaining],
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

type MatcherOutcome = 'holds' | 'fails';

function readMatcherOutcome(action: () => unknown): MatcherOutcome {
	try {
		action();
		return 'holds';
	} catch {
		return 'fails';
	}
}

function readBothMatcherOutcomes(matcher: string, received: unknown, values: unknown[]): string[] {
	return [testedExpect, vitestExpect].map((expecting) => {
		const plainOutcome = readMatcherOutcome(() => expecting(received)[matcher]?.(...values));
		const negatedOutcome = readMatcherOutcome(() => expecting(received).not[matcher]?.(...values));
		return `${plainOutcome}/${negatedOutcome}`;
	});
}

/** Asks through `.not`, because most pairs differ, and writing the message of a failure takes long. */
function readNegatedMatcherOutcome(
	expecting: ExpectFunction,
	matcher: string,
	received: unknown,
	expected: unknown
): MatcherOutcome {
	return readMatcherOutcome(() => expecting(received).not[matcher]?.(expected));
}

const isArguments = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Arguments]';
const isObjectWithoutKeys = (value: unknown): boolean => {
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
/**
 * Cases in which our `expect` differs from vitest's on purpose, each with its reason. A case in which both agree is an error in
 * this list.
 */
const DIFFERENCES_FROM_VITEST: readonly {
	why: string;
	matcher: string;
	applies(received: unknown, expected: unknown): boolean;
}[] = [
	{
		why: 'an expected value without keys, such as /a/, is compared; vitest lets anything match it',
		matcher: 'toMatchObject',
		applies: (_received, expected) => isObjectWithoutKeys(expected)
	},
	{
		why: 'the expected value must be an object; vitest falls back to equality',
		matcher: 'toMatchObject',
		applies: (_received, expected) => typeof expected !== 'object' || expected === null
	},
	{
		why: 'the received value must be an object; vitest lets 1 and null match {}',
		matcher: 'toMatchObject',
		applies: (received) => typeof received !== 'object' || received === null
	}
];

describe.each(['toBe', 'toEqual', 'toStrictEqual', 'toMatchObject'])('%s', (matcher) => {
	const differences = DIFFERENCES_FROM_VITEST.filter((one) => one.matcher === matcher);
	test('agrees with vitest on every pair of values, except for known differences', () => {
		const disagreements: unknown[] = [];
		let comparedCount = 0;
		COMPARED_VALUES.forEach((received, row) => {
			COMPARED_VALUES.forEach((expected, column) => {
				if (differences.some((one) => one.applies(received, expected))) return;
				comparedCount += 1;
				const ourOutcome = readNegatedMatcherOutcome(testedExpect, matcher, received, expected);
				if (ourOutcome !== readNegatedMatcherOutcome(vitestExpect, matcher, received, expected))
					disagreements.push({ row, column, received, expected, mine: ourOutcome });
			});
		});
		reference(disagreements).toEqual([]);
		reference(comparedCount).toBeGreaterThan(1500);
	});
	test.each(differences)('differs from vitest: $why', ({ applies }) => {
		const pairs = COMPARED_VALUES.flatMap((received) =>
			COMPARED_VALUES.map((expected) => [received, expected] as const)
		);
		const differingPairs = pairs.filter(([received, expected]) => {
			if (!applies(received, expected)) return false;
			return (
				readNegatedMatcherOutcome(testedExpect, matcher, received, expected) !==
				readNegatedMatcherOutcome(vitestExpect, matcher, received, expected)
			);
		});
		reference(differingPairs.length).toBeGreaterThan(0);
	});
});

const UNARY_MATCHERS = [
	'toBeTruthy',
	'toBeFalsy',
	'toBeDefined',
	'toBeUndefined',
	'toBeNull',
	'toBeNullable',
	'toBeNaN'
];

test.each(UNARY_MATCHERS)('%s agrees with vitest on every value', (matcher) => {
	for (const value of COMPARED_VALUES) {
		const [ourOutcome, vitestOutcome] = readBothMatcherOutcomes(matcher, value, []);
		reference([value, ourOutcome]).toEqual([value, vitestOutcome]);
	}
});

const COMPARED_NUMBERS = [0, -0, 1, 1.005, 1.01, -1, NaN, Infinity, -Infinity, 1n, 2n, 100, 0.1 + 0.2, 0.3];
test.each(['toBeGreaterThan', 'toBeGreaterThanOrEqual', 'toBeLessThan', 'toBeLessThanOrEqual'])(
	'%s agrees with vitest on numbers and other values',
	(matcher) => {
		for (const receivedValue of [...COMPARED_NUMBERS, '1', null, undefined, {}]) {
			for (const expectedValue of [...COMPARED_NUMBERS, '1', undefined]) {
				const [ourOutcome, vitestOutcome] = readBothMatcherOutcomes(matcher, receivedValue, [expectedValue]);
				reference([receivedValue, expectedValue, ourOutcome]).toEqual([receivedValue, expectedValue, vitestOutcome]);
			}
		}
	}
);

test('toBeCloseTo agrees with vitest on numbers', () => {
	const numbers = COMPARED_NUMBERS.filter((value) => typeof value === 'number');
	for (const receivedValue of numbers) {
		for (const expectedValue of numbers) {
			for (const digits of [undefined, 0, 1, 5, -1]) {
				const [ourOutcome, vitestOutcome] = readBothMatcherOutcomes('toBeCloseTo', receivedValue, [
					expectedValue,
					digits
				]);
				reference([receivedValue, expectedValue, digits, ourOutcome]).toEqual([
					receivedValue,
					expectedValue,
					digits,
					vitestOutcome
				]);
			}
		}
	}
});

const nestedObject = { a: { b: [{ c: 1 }, 2] }, 'a.b': 5, n: null, u: undefined, list: [1, 2, 3] };
const MATCHER_CALL_ROWS: readonly [string, unknown, ...unknown[]][] = [
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
	['toHaveProperty', nestedObject, 'a'],
	['toHaveProperty', nestedObject, 'a.b'],
	['toHaveProperty', nestedObject, 'a.b', 5],
	['toHaveProperty', nestedObject, 'a.b[0].c'],
	['toHaveProperty', nestedObject, 'a.b[0].c', 1],
	['toHaveProperty', nestedObject, 'a.b[0].c', 2],
	['toHaveProperty', nestedObject, ['a', 'b', 0, 'c'], 1],
	['toHaveProperty', nestedObject, ['a', 'b', 9]],
	['toHaveProperty', nestedObject, 'z'],
	['toHaveProperty', nestedObject, 'n', null],
	['toHaveProperty', nestedObject, 'u'],
	['toHaveProperty', nestedObject, 'u', undefined],
	['toHaveProperty', nestedObject, 'z', undefined],
	['toHaveProperty', nestedObject, 'list.length', 3],
	['toHaveProperty', nestedObject, 'n.x'],
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
	['toBeInstanceOf', new Point(1), OtherPoint],
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

test.each(MATCHER_CALL_ROWS)('%s agrees with vitest in row %#', (matcher, received, ...values) => {
	const [ourOutcome, vitestOutcome] = readBothMatcherOutcomes(matcher, received, values);
	reference(ourOutcome).toBe(vitestOutcome);
});

describe('toThrow', () => {
	const createThrower = (value: unknown) => () => {
		throw value;
	};
	const receivedValues: unknown[] = [
		createThrower(new Error('too long')),
		createThrower(new RangeError('too long')),
		createThrower(new Fault('')),
		createThrower('text'),
		createThrower({ message: 'too long' }),
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
	test.each(cases)('agrees with vitest in row %#', (value, values) => {
		const [ourOutcome, vitestOutcome] = readBothMatcherOutcomes('toThrow', value, values);
		reference(ourOutcome).toBe(vitestOutcome);
	});
	test('differs from vitest: a thrown undefined contains no text; vitest passes toThrow and not.toThrow', () => {
		reference(readBothMatcherOutcomes('toThrow', createThrower(undefined), ['text'])).toEqual([
			'fails/holds',
			'holds/holds'
		]);
	});
	test('differs from vitest: a received value that is not a function fails; vitest counts it as throwing', () => {
		reference(readBothMatcherOutcomes('toThrow', 5, [TypeError])).toEqual(['fails/fails', 'holds/fails']);
	});
});

describe('asymmetric matchers', () => {
	type MakeMatcher = (expecting: ExpectFunction) => unknown;
	const matcherMakers: Record<string, MakeMatcher> = {
		anything: (e) => e['anything']?.(),
		...Object.fromEntries(
			[String, Number, Boolean, Function, Object, Array, BigInt, Symbol, Point, Date, Error].map((type) => [
				`any ${type.name}`,
				(e: ExpectFunction) => e['any']?.(type)
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
	const wrappers: Record<string, (value: unknown) => unknown> = {
		alone: (value) => value,
		'in an object': (value) => ({ k: value }),
		'in an array': (value) => [1, value],
		'in a map': (value) => new Map([['k', value]]),
		'in a set': (value) => new Set([value])
	};
	const cases = Object.keys(matcherMakers).flatMap((name) =>
		Object.keys(wrappers).map((context) => [name, context] as const)
	);
	// Our stringContaining and stringMatching accept only text; vitest's accept `new String('a')` too, so boxed values are left out
	// here.
	const UNBOXED_VALUES = COMPARED_VALUES.filter((value) => !(value instanceof String || value instanceof Number));
	test.each(cases)('%s %s agrees with vitest', (name, context) => {
		for (const value of UNBOXED_VALUES) {
			const wrap = wrappers[context] as (value: unknown) => unknown;
			const answers = [testedExpect, vitestExpect].map((expecting) =>
				['toEqual', 'toStrictEqual'].map((matcher) => {
					const expectedValue = wrap(matcherMakers[name]?.(expecting));
					return readNegatedMatcherOutcome(expecting, matcher, wrap(value), expectedValue);
				})
			);
			reference([value, answers[0]]).toEqual([value, answers[1]]);
		}
	});
});

describe('matchers of mock calls', () => {
	const vitestVi = vi as unknown as Record<string, MatcherMethod>;
	const ourVi = createCheckModule().exports['vi'] as Record<string, MatcherMethod>;
	const createCalledMock = (mocker: Record<string, MatcherMethod>) => {
		const mock = mocker['fn']?.((a: number) => {
			if (a === 9) throw new Error('nine');
			return { a };
		}) as MatcherMethod;
		mock(1, 'x');
		mock(2);
		try {
			mock(9);
		} catch {
			// The mock records this call as a call that threw.
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
	test.each(rows)('%s agrees with vitest in row %#', (matcher, ...values) => {
		const answers = (
			[
				[testedExpect, ourVi],
				[vitestExpect, vitestVi]
			] as const
		).map(([expecting, mocker]) => {
			const mock = createCalledMock(mocker);
			return [
				readMatcherOutcome(() => expecting(mock)[matcher]?.(...values)),
				readMatcherOutcome(() => expecting(mock).not[matcher]?.(...values)),
				readMatcherOutcome(() => expecting(mocker['fn']?.())[matcher]?.(...values)),
				readMatcherOutcome(() => expecting(() => 1)[matcher]?.(...values))
			];
		});
		reference(answers[0]).toEqual(answers[1]);
	});
});

describe('promises', () => {
	type SettlingChains = Record<string, Record<string, MatcherMethod> & { not: Record<string, MatcherMethod> }>;
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
	test.each(cases)('%s agrees with vitest in row %#', async (settled, received, matcher, not, values) => {
		const answers = await Promise.all(
			[testedExpect, vitestExpect].map(async (expecting) => {
				try {
					const chain = (expecting(received()) as unknown as SettlingChains)[settled];
					const usedChain = not === 'not' ? chain?.not : chain;
					await usedChain?.[matcher]?.(...values);
					return 'holds';
				} catch {
					return 'fails';
				}
			})
		);
		reference(answers[0]).toBe(answers[1]);
	});
});
