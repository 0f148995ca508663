import { registerAsymmetricMatcher } from './asymmetric-registry.ts';
import {
	any,
	anything,
	arrayContaining,
	closeTo,
	objectContaining,
	stringContaining,
	stringMatching
} from './asymmetric.ts';
import { createAssertionError } from './assertion.ts';
import { AssertionChain } from './chain.ts';
import { areValuesEqual } from './equality.ts';
import { appendTamperProof, apply, assign, keys, OriginalTypeError } from './intrinsics.ts';
import { callMatchers } from './matchers/calls.ts';
import { contentMatchers } from './matchers/contents.ts';
import type { Matcher } from './matchers/matcher.ts';
import { thrownMatchers } from './matchers/values.ts';
import { valueMatchers } from './matchers/values.ts';
import { printValue } from './print.ts';
import { readProperty } from './property.ts';
import type { AssertionTally } from './assertion.ts';

export type Expect = ((value: unknown, label?: string) => AssertionChain) & Readonly<Record<string, unknown>>;

export function createExpect(currentTally: () => AssertionTally): Expect {
	const ChainClass = AssertionChain.createClassWithMatchers({
		...valueMatchers,
		...contentMatchers,
		...thrownMatchers,
		...callMatchers
	});
	const createExpectFunction = (isSoft: boolean) => (value: unknown, label?: string) => {
		return new ChainClass({ value, label, isSoft }, { isNegated: false }, currentTally);
	};
	const createFailFunction = (matcher: string, defaultMessage: string) => (message?: string) => {
		currentTally().assertionCount += 1;
		throw createAssertionError({ matcher, message: message ?? defaultMessage });
	};
	const expect = assign(createExpectFunction(false), createAsymmetricMatcherFunctions(), {
		soft: createExpectFunction(true),
		assertions(count: number) {
			currentTally().expectedAssertionCount = count;
		},
		hasAssertions() {
			currentTally().expectedAssertionCount = 'some';
		},
		unreachable: createFailFunction('unreachable', 'this line was not to be reached'),
		fail: createFailFunction('fail', 'failed'),
		extend(addedMatchers: unknown) {
			const names = keys(addedMatchers as object);
			for (let index = 0; index < names.length; index++) {
				const name = names[index] as string;
				const matcher = adaptCustomMatcher(readProperty(addedMatchers, name));
				AssertionChain.addMatchers(ChainClass, { [name]: matcher });
				assign(expect, { [name]: (...values: unknown[]) => createAsymmetricMatcher(name, matcher, values) });
			}
		}
	}) as Expect;
	return expect;
}

function createAsymmetricMatcherFunctions(): Record<string, unknown> {
	return {
		anything,
		any,
		stringContaining: (part: unknown) => stringContaining(part).matcher,
		stringMatching: (pattern: unknown) => stringMatching(pattern).matcher,
		arrayContaining: (list: unknown) => arrayContaining(list).matcher,
		objectContaining: (object: unknown) => objectContaining(object).matcher,
		closeTo: (value: unknown, digits?: unknown) => closeTo(value, digits).matcher,
		not: {
			stringContaining: (part: unknown) => stringContaining(part).invertedMatcher,
			stringMatching: (pattern: unknown) => stringMatching(pattern).invertedMatcher,
			arrayContaining: (list: unknown) => arrayContaining(list).invertedMatcher,
			objectContaining: (object: unknown) => objectContaining(object).invertedMatcher,
			closeTo: (value: unknown, digits?: unknown) => closeTo(value, digits).invertedMatcher
		}
	};
}

/** Adapts a function passed to `expect.extend`: `(received, ...expected) => ({ pass, message: () => text })`. */
function adaptCustomMatcher(matcherFunction: unknown): Matcher {
	if (typeof matcherFunction !== 'function') throw new OriginalTypeError('expect.extend() expects functions');
	return (received, values, { isNegated }) => {
		const matcherArguments: unknown[] = [];
		appendTamperProof(matcherArguments, received);
		for (let index = 0; index < values.length; index++) appendTamperProof(matcherArguments, values[index]);
		const matcherThis = {
			isNot: isNegated,
			equals: areEqual,
			utils: { printExpected: printValue, printReceived: printValue, stringify: printValue }
		};
		const answer: unknown = apply(matcherFunction as (...values: unknown[]) => unknown, matcherThis, matcherArguments);
		const pass = !!readProperty(answer, 'pass');
		const message = readProperty(answer, 'message');
		if (pass !== isNegated || typeof message !== 'function') return { kind: 'tested', pass, phrase: 'to pass' };
		return { kind: 'misused', message: `${String(message())}` };
	};
}

const areEqual = (one: unknown, other: unknown): boolean => areValuesEqual(one, other, 'equal');

function createAsymmetricMatcher(name: string, matcher: Matcher, values: unknown[]): object {
	return registerAsymmetricMatcher({
		matches(value) {
			const outcome = matcher(value, values, { isNegated: false });
			return outcome.kind === 'tested' && outcome.pass;
		},
		name: () => `${name}(${values.map(printValue).join(', ')})`
	});
}
