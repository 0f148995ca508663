import { typeNameOf } from '../asymmetric.ts';
import { areValuesEqual } from '../equality.ts';
import { appendTamperProof } from '../intrinsics.ts';
import { mockStateOf, type MockResult, type MockState } from '../mock.ts';
import { createMisuseResult, createMatcherResult, type Matcher, type Matchers } from './matcher.ts';

const CALLED_BEFORE_PHRASE = 'to have been called before';

const calledMatcher = createMockMatcher((mock) =>
	createMatcherResult(mock.calls.length > 0, 'to have been called', { received: mock.calls })
);
const calledTimesMatcher = createMockMatcher((mock, { 0: times }) => {
	return createMatcherResult(mock.calls.length === times, 'to have been called this often:', {
		expected: times,
		received: mock.calls.length
	});
});
const calledWithMatcher = createMockMatcher((mock, values) => {
	return createMatcherResult(
		isTrueOfSome(mock.calls, (call) => areSameArguments(call, values)),
		'to have been called with',
		{ expected: values, received: mock.calls }
	);
});
const calledLastWithMatcher = createMockMatcher((mock, values) => {
	const lastCall = mock.calls[mock.calls.length - 1];
	return createMatcherResult(areSameArguments(lastCall, values), 'to have been called last with', {
		expected: values,
		received: lastCall
	});
});
const calledNthWithMatcher = createMockMatcher((mock, nthAndArguments) => {
	const callNumber = nthAndArguments[0];
	const values: unknown[] = [];
	for (let index = 1; index < nthAndArguments.length; index++) appendTamperProof(values, nthAndArguments[index]);
	const call = mock.calls[(callNumber as number) - 1];
	return createMatcherResult(areSameArguments(call, values), `to have been called (call ${String(callNumber)}) with`, {
		expected: values,
		received: call
	});
});

export const callMatchers: Matchers = {
	toHaveBeenCalled: calledMatcher,
	toBeCalled: calledMatcher,
	toHaveBeenCalledOnce: createMockMatcher((mock) => {
		return createMatcherResult(mock.calls.length === 1, 'to have been called this often:', {
			expected: 1,
			received: mock.calls.length
		});
	}),
	toHaveBeenCalledTimes: calledTimesMatcher,
	toBeCalledTimes: calledTimesMatcher,
	toHaveBeenCalledWith: calledWithMatcher,
	toBeCalledWith: calledWithMatcher,
	toHaveBeenCalledExactlyOnceWith: createMockMatcher((mock, values) => {
		const pass = mock.calls.length === 1 && areSameArguments(mock.calls[0], values);
		return createMatcherResult(pass, 'to have been called once with', { expected: values, received: mock.calls });
	}),
	toHaveBeenLastCalledWith: calledLastWithMatcher,
	lastCalledWith: calledLastWithMatcher,
	toHaveBeenNthCalledWith: calledNthWithMatcher,
	nthCalledWith: calledNthWithMatcher,
	toHaveBeenCalledBefore: createCallOrderMatcher(CALLED_BEFORE_PHRASE, (one, other) => one < other),
	toHaveBeenCalledAfter: createCallOrderMatcher('to have been called after', (one, other) => one > other),
	...createResultMatchers('Returned', ({ results }) => results, 'return'),
	...createResultMatchers('Resolved', ({ settledResults }) => settledResults, 'fulfilled')
};

function createResultMatchers(
	nameWord: string,
	resultsOf: (mock: MockState) => MockResult[],
	successType: MockResult['type']
): Matchers {
	const verb = nameWord === 'Returned' ? 'returned' : 'resolved';
	const isSuccess = (result: MockResult | undefined): boolean => result?.type === successType;
	const isSuccessWith = (result: MockResult | undefined, value: unknown): boolean => {
		return result?.type === successType && areValuesEqual(result.value, value, 'equal');
	};
	const onceMatcher = createMockMatcher((mock) =>
		createMatcherResult(isTrueOfSome(resultsOf(mock), isSuccess), `to have ${verb}`, { received: resultsOf(mock) })
	);
	const timesMatcher = createMockMatcher((mock, { 0: expected }) => {
		const count = countMatching(resultsOf(mock), isSuccess);
		return createMatcherResult(count === expected, `to have ${verb} this often:`, { expected, received: count });
	});
	const withValueMatcher = createMockMatcher((mock, { 0: expected }) => {
		const pass = isTrueOfSome(resultsOf(mock), (result) => isSuccessWith(result, expected));
		return createMatcherResult(pass, `to have ${verb}`, { expected, received: resultsOf(mock) });
	});
	const lastWithMatcher = createMockMatcher((mock, { 0: expected }) => {
		const lastResult = resultsOf(mock)[resultsOf(mock).length - 1];
		return createMatcherResult(isSuccessWith(lastResult, expected), `to have ${verb} last`, {
			expected,
			received: lastResult?.value
		});
	});
	const nthWithMatcher = createMockMatcher((mock, { 0: nth, 1: expected }) => {
		const result = resultsOf(mock)[(nth as number) - 1];
		return createMatcherResult(isSuccessWith(result, expected), `to have ${verb} (call ${String(nth)})`, {
			expected,
			received: result?.value
		});
	});
	const resultMatchers: Matchers = {
		[`toHave${nameWord}`]: onceMatcher,
		[`toHave${nameWord}Times`]: timesMatcher,
		[`toHave${nameWord}With`]: withValueMatcher,
		[`toHaveLast${nameWord}With`]: lastWithMatcher,
		[`toHaveNth${nameWord}With`]: nthWithMatcher
	};
	return nameWord === 'Returned'
		? {
				...resultMatchers,
				toReturn: onceMatcher,
				toReturnTimes: timesMatcher,
				toReturnWith: withValueMatcher,
				lastReturnedWith: lastWithMatcher,
				nthReturnedWith: nthWithMatcher
			}
		: resultMatchers;
}

function createCallOrderMatcher(phrase: string, isInOrder: (one: number, other: number) => boolean): Matcher {
	return createMockMatcher((mock, { 0: other, 1: mustHaveBeenCalled = true }) => {
		const otherMock = mockStateOf(other);
		if (otherMock === undefined) return createMisuseResult(`${phrase}: expects a function made by vi.fn()`);
		const callOrder = mock.invocationCallOrder[0];
		const otherCallOrder = otherMock.invocationCallOrder[0];
		if (phrase === CALLED_BEFORE_PHRASE) {
			if (callOrder === undefined) return createMatcherResult(mustHaveBeenCalled === false, phrase);
			return createMatcherResult(otherCallOrder !== undefined && isInOrder(callOrder, otherCallOrder), phrase);
		}
		if (otherCallOrder === undefined) return createMatcherResult(mustHaveBeenCalled === false, phrase);
		return createMatcherResult(callOrder !== undefined && isInOrder(callOrder, otherCallOrder), phrase);
	});
}

function createMockMatcher(test: (mock: MockState, values: unknown[]) => ReturnType<Matcher>): Matcher {
	return (received, values) => {
		const mock = mockStateOf(received);
		if (mock === undefined)
			return createMisuseResult(`only a function made by vi.fn() counts its calls, not ${typeNameOf(received)}`);
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
