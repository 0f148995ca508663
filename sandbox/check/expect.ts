/** `expect`, with its static methods and `expect.extend`. */
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
import { appendItem, apply, assign, keys, OriginalTypeError } from './intrinsics.ts';
import { callMatchers } from './matchers/calls.ts';
import { contentMatchers } from './matchers/contents.ts';
import type { Matcher } from './matchers/matcher.ts';
import { thrownMatchers } from './matchers/thrown.ts';
import { valueMatchers } from './matchers/values.ts';
import { printValue } from './print.ts';
import { readProperty } from './property.ts';
import type { AssertionTally } from './tally.ts';

export type Expect = ((value: unknown, label?: string) => AssertionChain) & Readonly<Record<string, unknown>>;

/** Creates an `expect` that counts its assertions in the tally that `tally` returns. */
export function createExpect(tally: () => AssertionTally): Expect {
	const Kind = AssertionChain.withMatchers({
		...valueMatchers,
		...contentMatchers,
		...thrownMatchers,
		...callMatchers
	});
	const expectWith = (isSoft: boolean) => (value: unknown, label?: string) => {
		return new Kind({ value, label, isSoft }, { isNegated: false }, tally);
	};
	const giveUp = (matcher: string, otherwise: string) => (message?: string) => {
		tally().assertions += 1;
		throw createAssertionError({ matcher, message: message ?? otherwise });
	};
	const expect = assign(expectWith(false), asymmetricConstructors(), {
		soft: expectWith(true),
		/** Makes the check fail unless it makes exactly `count` assertions, as in vitest. */
		assertions(count: number) {
			tally().expectedAssertions = count;
		},
		/** Makes the check fail if it makes no assertion. */
		hasAssertions() {
			tally().expectedAssertions = 'some';
		},
		unreachable: giveUp('unreachable', 'this line was not to be reached'),
		fail: giveUp('fail', 'failed'),
		extend(added: unknown) {
			const names = keys(added as object);
			for (let index = 0; index < names.length; index++) {
				const name = names[index] as string;
				const matcher = adaptMatcher(readProperty(added, name));
				AssertionChain.addMatchers(Kind, { [name]: matcher });
				assign(expect, { [name]: (...values: unknown[]) => asymmetricFrom(name, matcher, values) });
			}
		}
	}) as Expect;
	return expect;
}

function asymmetricConstructors(): Record<string, unknown> {
	return {
		anything,
		any,
		stringContaining: (part: unknown) => stringContaining(part).is,
		stringMatching: (pattern: unknown) => stringMatching(pattern).is,
		arrayContaining: (list: unknown) => arrayContaining(list).is,
		objectContaining: (object: unknown) => objectContaining(object).is,
		closeTo: (value: unknown, digits?: unknown) => closeTo(value, digits).is,
		not: {
			stringContaining: (part: unknown) => stringContaining(part).isNot,
			stringMatching: (pattern: unknown) => stringMatching(pattern).isNot,
			arrayContaining: (list: unknown) => arrayContaining(list).isNot,
			objectContaining: (object: unknown) => objectContaining(object).isNot,
			closeTo: (value: unknown, digits?: unknown) => closeTo(value, digits).isNot
		}
	};
}

/** Adapts a function passed to `expect.extend`: `(received, ...expected) => ({ pass, message: () => text })`. */
function adaptMatcher(written: unknown): Matcher {
	if (typeof written !== 'function') throw new OriginalTypeError('expect.extend() expects functions');
	return (received, values, { isNegated }) => {
		const all: unknown[] = [];
		appendItem(all, received);
		for (let index = 0; index < values.length; index++) appendItem(all, values[index]);
		const around = {
			isNot: isNegated,
			equals: sameAs,
			utils: { printExpected: printValue, printReceived: printValue, stringify: printValue }
		};
		const answer: unknown = apply(written as (...values: unknown[]) => unknown, around, all);
		const pass = !!readProperty(answer, 'pass');
		const message = readProperty(answer, 'message');
		if (pass !== isNegated || typeof message !== 'function') return { kind: 'tested', pass, phrase: 'to pass' };
		return { kind: 'misused', message: `${String(message())}` };
	};
}

const sameAs = (one: unknown, other: unknown): boolean => areValuesEqual(one, other, 'equal');

function asymmetricFrom(name: string, matcher: Matcher, values: unknown[]): object {
	return registerAsymmetricMatcher({
		matches(value) {
			const outcome = matcher(value, values, { isNegated: false });
			return outcome.kind === 'tested' && outcome.pass;
		},
		name: () => `${name}(${values.map(printValue).join(', ')})`
	});
}
