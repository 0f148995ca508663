/** The matchers for calls of mock functions. */
import { typeName } from '../asymmetric.ts';
import { areValuesEqual } from '../equality.ts';
import { appendItem } from '../intrinsics.ts';
import { mockStateOf, type MockResult, type MockState } from '../mock.ts';
import { createMisuseResult, createMatcherResult, type Matcher, type Matchers } from './matcher.ts';

const CALLED_BEFORE = 'to have been called before';

const calledMatcher = mockMatcher((mock) =>
	createMatcherResult(mock.calls.length > 0, 'to have been called', { received: mock.calls })
);
const calledTimes = mockMatcher((mock, { 0: times }) => {
	return createMatcherResult(mock.calls.length === times, 'to have been called this often:', {
		expected: times,
		received: mock.calls.length
	});
});
const calledWith = mockMatcher((mock, values) => {
	return createMatcherResult(
		isTrueOfSome(mock.calls, (call) => areSameArguments(call, values)),
		'to have been called with',
		{ expected: values, received: mock.calls }
	);
});
const calledLastWith = mockMatcher((mock, values) => {
	const last = mock.calls[mock.calls.length - 1];
	return createMatcherResult(areSameArguments(last, values), 'to have been called last with', {
		expected: values,
		received: last
	});
});
const calledNthWith = mockMatcher((mock, all) => {
	const nth = all[0];
	const values: unknown[] = [];
	for (let index = 1; index < all.length; index++) appendItem(values, all[index]);
	const call = mock.calls[(nth as number) - 1];
	return createMatcherResult(areSameArguments(call, values), `to have been called (call ${String(nth)}) with`, {
		expected: values,
		received: call
	});
});

export const callMatchers: Matchers = {
	toHaveBeenCalled: calledMatcher,
	toBeCalled: calledMatcher,
	toHaveBeenCalledOnce: mockMatcher((mock) => {
		return createMatcherResult(mock.calls.length === 1, 'to have been called this often:', {
			expected: 1,
			received: mock.calls.length
		});
	}),
	toHaveBeenCalledTimes: calledTimes,
	toBeCalledTimes: calledTimes,
	toHaveBeenCalledWith: calledWith,
	toBeCalledWith: calledWith,
	toHaveBeenCalledExactlyOnceWith: mockMatcher((mock, values) => {
		const pass = mock.calls.length === 1 && areSameArguments(mock.calls[0], values);
		return createMatcherResult(pass, 'to have been called once with', { expected: values, received: mock.calls });
	}),
	toHaveBeenLastCalledWith: calledLastWith,
	lastCalledWith: calledLastWith,
	toHaveBeenNthCalledWith: calledNthWith,
	nthCalledWith: calledNthWith,
	toHaveBeenCalledBefore: createOrderMatcher(CALLED_BEFORE, (one, other) => one < other),
	toHaveBeenCalledAfter: createOrderMatcher('to have been called after', (one, other) => one > other),
	...resultMatchers('Returned', ({ results }) => results, 'return'),
	...resultMatchers('Resolved', ({ settledResults }) => settledResults, 'fulfilled')
};

function resultMatchers(
	word: string,
	resultsOf: (mock: MockState) => MockResult[],
	type: MockResult['type']
): Matchers {
	const verb = word === 'Returned' ? 'returned' : 'resolved';
	const good = (result: MockResult | undefined): boolean => result?.type === type;
	const gave = (result: MockResult | undefined, value: unknown): boolean => {
		return result?.type === type && areValuesEqual(result.value, value, 'equal');
	};
	const once = mockMatcher((mock) =>
		createMatcherResult(isTrueOfSome(resultsOf(mock), good), `to have ${verb}`, { received: resultsOf(mock) })
	);
	const times = mockMatcher((mock, { 0: expected }) => {
		const count = countMatching(resultsOf(mock), good);
		return createMatcherResult(count === expected, `to have ${verb} this often:`, { expected, received: count });
	});
	const withValue = mockMatcher((mock, { 0: expected }) => {
		const pass = isTrueOfSome(resultsOf(mock), (result) => gave(result, expected));
		return createMatcherResult(pass, `to have ${verb}`, { expected, received: resultsOf(mock) });
	});
	const lastWith = mockMatcher((mock, { 0: expected }) => {
		const last = resultsOf(mock)[resultsOf(mock).length - 1];
		return createMatcherResult(gave(last, expected), `to have ${verb} last`, { expected, received: last?.value });
	});
	const nthWith = mockMatcher((mock, { 0: nth, 1: expected }) => {
		const result = resultsOf(mock)[(nth as number) - 1];
		return createMatcherResult(gave(result, expected), `to have ${verb} (call ${String(nth)})`, {
			expected,
			received: result?.value
		});
	});
	const matchers: Matchers = {
		[`toHave${word}`]: once,
		[`toHave${word}Times`]: times,
		[`toHave${word}With`]: withValue,
		[`toHaveLast${word}With`]: lastWith,
		[`toHaveNth${word}With`]: nthWith
	};
	return word === 'Returned'
		? {
				...matchers,
				toReturn: once,
				toReturnTimes: times,
				toReturnWith: withValue,
				lastReturnedWith: lastWith,
				nthReturnedWith: nthWith
			}
		: matchers;
}

function createOrderMatcher(phrase: string, holds: (one: number, other: number) => boolean): Matcher {
	return mockMatcher((mock, { 0: other, 1: mustHaveBeenCalled = true }) => {
		const second = mockStateOf(other);
		if (second === undefined) return createMisuseResult(`${phrase}: expects a function made by vi.fn()`);
		const one = mock.invocationCallOrder[0];
		const two = second.invocationCallOrder[0];
		if (phrase === CALLED_BEFORE) {
			if (one === undefined) return createMatcherResult(mustHaveBeenCalled === false, phrase);
			return createMatcherResult(two !== undefined && holds(one, two), phrase);
		}
		if (two === undefined) return createMatcherResult(mustHaveBeenCalled === false, phrase);
		return createMatcherResult(one !== undefined && holds(one, two), phrase);
	});
}

function mockMatcher(test: (mock: MockState, values: unknown[]) => ReturnType<Matcher>): Matcher {
	return (received, values) => {
		const mock = mockStateOf(received);
		if (mock === undefined)
			return createMisuseResult(`only a function made by vi.fn() counts its calls, not ${typeName(received)}`);
		return test(mock, values);
	};
}

function areSameArguments(call: unknown[] | undefined, values: unknown[]): boolean {
	if (call?.length !== values.length) return false;
	for (let index = 0; index < values.length; index++)
		if (!areValuesEqual(call[index], values[index], 'equal')) return false;
	return true;
}

function isTrueOfSome<Item>(list: Item[], test: (item: Item) => boolean): boolean {
	return countMatching(list, test) > 0;
}

function countMatching<Item>(list: Item[], test: (item: Item) => boolean): number {
	let count = 0;
	for (let index = 0; index < list.length; index++) if (test(list[index] as Item)) count += 1;
	return count;
}
