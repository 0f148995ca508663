import { expect, test } from 'vitest';
import { ask, askList, callsOf, verdict } from './ask.ts';

test('a finite number is shown rounded to hundredths; any other answer is odd, with a short text', () => {
	const values: [unknown, string][] = [
		[Infinity, 'Infinity'],
		[NaN, 'NaN'],
		['12', "'12'"],
		['a text that is far too long', "'a text that …"],
		[undefined, 'undefined'],
		[null, 'null'],
		[{}, '{…}'],
		[[1], '{…}'],
		[() => 1, 'function']
	];
	for (const [value, shown] of values)
		expect(ask({ price: () => value }, 'price')).toEqual({ shown, number: null, odd: true, value });
	expect(ask({ price: () => -49.9999 }, 'price')).toEqual({
		shown: '−50',
		number: -49.9999,
		odd: false,
		value: -49.9999
	});
});

test('a function that is missing or throws gives an odd answer', () => {
	const throwError = () => {
		throw new RangeError('no');
	};
	const throwText = () => {
		throw 'no' as unknown as Error;
	};
	expect(ask({}, 'price')).toMatchObject({ shown: 'price ?', odd: true });
	expect(ask({ price: 3 }, 'price')).toMatchObject({ shown: 'price ?', odd: true });
	expect(ask({ price: throwError }, 'price')).toMatchObject({ shown: 'RangeError', odd: true });
	expect(ask({ price: throwText }, 'price')).toMatchObject({ shown: 'Error', odd: true });
});

test('a program gets a copied list; an answer that is not a list becomes an empty list', () => {
	const rows = [{ name: 'Gare' }, { name: 'Pont' }];
	const takesAll = (list: { name?: string }[]) => {
		for (const row of list) delete row.name;
		return list.splice(0);
	};
	expect(askList({ takesAll }, 'takesAll', rows)).toEqual([{}, {}]);
	expect(rows).toEqual([{ name: 'Gare' }, { name: 'Pont' }]);
	for (const value of [undefined, null, 'Gare', { length: 2 }])
		expect(askList({ pick: () => value }, 'pick')).toEqual([]);
	expect(askList({}, 'pick')).toEqual([]);
});

test('a call with the same arguments is made only once and then remembered', () => {
	let callCount = 0;
	const program = { price: (minutes: number) => minutes + callCount++ };
	const circularObject: Record<string, unknown> = {};
	circularObject['self'] = circularObject;
	expect([30, 30, 10, 30].map((minutes) => ask(program, 'price', minutes).number)).toEqual([30, 30, 11, 30]);
	expect(ask(program, 'price', circularObject).odd).toBe(true);
	expect(callsOf(program).map(({ name, args }) => [name, ...args])).toEqual([
		['price', 30],
		['price', 10],
		['price', circularObject]
	]);
	expect(callsOf({})).toEqual([]);
});

test('the verdict is right for nearly equal numbers, wrong for others, and odd for odd answers', () => {
	expect(verdict({ shown: '50', number: 50, odd: false }, 50)).toBe('right');
	expect(verdict({ shown: '50', number: 49.9999, odd: false }, 50)).toBe('right');
	expect(verdict({ shown: '49.99', number: 49.99, odd: false }, 50)).toBe('wrong');
	expect(verdict({ shown: 'NaN', number: null, odd: true }, 0)).toBe('odd');
});

test('a text or boolean can be right or wrong, and an answer of another type is odd', () => {
	const program = { says: (value: unknown) => value };
	const judgeValue = (value: unknown, right: string | boolean) => verdict(ask(program, 'says', value), right);
	expect(judgeValue('a text that is far too long', 'a text that is far too long')).toBe('right');
	expect(judgeValue('ok', 'warm')).toBe('wrong');
	expect(judgeValue(true, true)).toBe('right');
	expect(judgeValue(false, true)).toBe('wrong');
	expect(judgeValue(1, true)).toBe('odd');
	expect(judgeValue(undefined, 'undefined')).toBe('odd');
	expect(verdict(ask({}, 'says'), 'ok')).toBe('odd');
});
