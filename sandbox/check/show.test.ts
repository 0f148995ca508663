import { describe, expect, test, vi } from 'vitest';
import { createConsoleCapture, printValue, toConsoleValue } from './index.ts';

const hostileProxy = new Proxy(
	{},
	{
		ownKeys() {
			throw new Error('no');
		},
		getPrototypeOf() {
			throw new Error('no');
		}
	}
);
const circularObject: Record<string, unknown> = { name: 'ring' };
circularObject['self'] = circularObject;
class Ticket {
	minutes = 90;
	get price(): number {
		throw new Error('not to be called');
	}
}
const nestObjects = (levels: number): unknown => (levels === 0 ? 'end' : { in: nestObjects(levels - 1) });

describe('printValue', () => {
	test('a function is printed without calling a replaced Function.prototype.toString', () => {
		const replacement = vi.spyOn(Function.prototype, 'toString');
		const printedText = printValue(() => 1);
		const callCount = replacement.mock.calls.length;
		replacement.mockRestore();
		expect([printedText, callCount]).toEqual(['[function]', 0]);
	});
	test.each<[string, unknown, string]>([
		['a text', 'l\'été "chaud"\n', '"l\'été \\"chaud\\"\\n"'],
		['minus zero', -0, '-0'],
		['a bigint', 12n, '12n'],
		['null, undefined and NaN', [null, undefined, NaN], '[null, undefined, NaN]'],
		['a symbol', Symbol('s'), 'Symbol(s)'],
		['functions and classes', [printValue, Ticket, () => 1], '[[function printValue], [class Ticket], [function]]'],
		['an object', { a: 1, 'b-c': [1, { d: 'x' }] }, '{ a: 1, "b-c": [1, { d: "x" }] }'],
		['empty values', [{}, [], new Map(), new Set()], '[{}, [], Map(0) {}, Set(0) {}]'],
		['an instance of a class', new Ticket(), 'Ticket { minutes: 90 }'],
		[
			'an object without a prototype',
			Object.assign(Object.create(null) as object, { a: 1 }),
			'[null prototype] { a: 1 }'
		],
		[
			'a map',
			new Map<unknown, unknown>([
				['k', [1]],
				[{ a: 1 }, 2]
			]),
			'Map(2) { "k" => [1], {…} => 2 }'
		],
		['a set', new Set([1, 'a']), 'Set(2) { 1, "a" }'],
		['a list with a hole', Object.assign(Array(3), { 0: 1, 2: 3 }), '[1, (empty), 3]'],
		['a typed array', new Uint8Array([1, 2]), 'Uint8Array(2) [1, 2]'],
		['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
		['an invalid date', new Date(NaN), 'Invalid Date'],
		['a regular expression', /a/gi, '/a/gi'],
		['an error', new RangeError('too long'), '[RangeError: too long]'],
		['a browser exception', new DOMException('Not here.', 'NotAllowedError'), '[NotAllowedError: Not here.]'],
		['a getter, which is not called', { get a() { throw new Error('no'); } }, '{ a: (getter) }'], // oxfmt-ignore
		['an object that contains itself', circularObject, '{ name: "ring", self: (circular) }'],
		['a proxy that throws', hostileProxy, '(unreadable)'],
		['a boxed number', Object(1), '[Number: 1]'],
		['a deeply nested object', nestObjects(9), '{ in: { in: { in: { in: { in: { in: { …} } } } } } }']
	])('writes the expected text for %s', (_name, value, text) => {
		expect(printValue(value).replace(/\{…\}(?= \} \})/, '{ …}')).toBe(text);
	});

	test('a long value takes several lines', () => {
		const tickets = Array.from({ length: 3 }, (_, index) => ({ plate: `AB-12${index}-CD`, minutes: 90 }));
		expect(printValue(tickets)).toBe(
			'[\n  { plate: "AB-120-CD", minutes: 90 },\n  { plate: "AB-121-CD", minutes: 90 },\n  { plate: "AB-122-CD", minutes: 90 }\n]'
		);
	});

	test('huge values are cut short, and the parts that are left out are not read', () => {
		expect(printValue('x'.repeat(5_000_000)).length).toBeLessThan(4100);
		expect(printValue(Array.from({ length: 1_000_000 }, (_, index) => index))).toMatch(/… 999950 more\n\]$/);
		expect(printValue(7n ** 100_000n)).toBe('(a huge bigint)');
		let readCount = 0;
		const repeatFiftyTimes = <T>(value: T): T[] => Array.from({ length: 50 }, () => value);
		const fiftyNumbers = new Proxy(repeatFiftyTimes(1), {
			getOwnPropertyDescriptor(list, key) {
				readCount++;
				return Reflect.getOwnPropertyDescriptor(list, key);
			}
		});
		expect(printValue(repeatFiftyTimes(repeatFiftyTimes(fiftyNumbers))).length).toBeLessThan(4100);
		// Of 2500 lists, only those that fit into 4000 characters are read. Each of their numbers is read twice.
		expect(readCount).toBeGreaterThan(0);
		expect(readCount).toBeLessThan(2 * 5000);
	});
});

describe('toConsoleValue', () => {
	test('turns an object into nested entries, each with its text', () => {
		expect(toConsoleValue({ a: [1, 'x'] })).toEqual({
			kind: 'object',
			text: '{ a: [1, "x"] }',
			entries: [
				{
					key: 'a',
					value: {
						kind: 'list',
						text: '[1, "x"]',
						entries: [
							{ key: '0', value: { kind: 'number', text: '1' } },
							{ key: '1', value: { kind: 'string', text: 'x' } }
						]
					}
				}
			]
		});
	});
	test('counts omitted entries and marks unreadable, circular and error values', () => {
		const consoleValue = toConsoleValue(Array.from({ length: 1000 }, () => 0));
		expect([consoleValue.entries?.length, consoleValue.more]).toEqual([100, 900]);
		expect(toConsoleValue(hostileProxy)).toEqual({ kind: 'other', text: '(unreadable)' });
		expect(toConsoleValue(circularObject).entries?.[1]?.value).toEqual({ kind: 'other', text: '(circular)' });
		expect(toConsoleValue(new TypeError('no')).kind).toBe('error');
	});
});

describe('console', () => {
	test('a repeated line is kept once, with a count', () => {
		const { console, takeBatch } = createConsoleCapture();
		for (let round = 0; round < 3; round++) console['log']?.('tick', { round: 'same' });
		console['warn']?.('tick');
		expect(takeBatch().entries.map(({ level, times }) => [level, times])).toEqual([
			['log', 3],
			['warn', 1]
		]);
		expect(takeBatch()).toEqual({ entries: [], dropped: 0 });
	});
	test('lines beyond the limit are dropped and counted', () => {
		const { console, takeBatch } = createConsoleCapture(10);
		for (let line = 0; line < 1000; line++) console['log']?.(line);
		const { entries, dropped } = takeBatch();
		expect([entries.length, dropped]).toEqual([10, 990]);
	});
	test('a logged value is copied, so that later changes do not show', () => {
		const { console, takeBatch } = createConsoleCapture();
		const value = { a: 1 };
		console['log']?.(value);
		value.a = 2;
		expect(takeBatch().entries[0]?.values[0]?.text).toBe('{ a: 1 }');
	});
});
