/** The matchers for thrown errors. */
import { asymmetricMatcherOf } from '../asymmetric-registry.ts';
import { typeNameOf } from '../asymmetric.ts';
import { areValuesEqual } from '../equality.ts';
import { stringIncludes, isInstance, isRegExp, OriginalError } from '../intrinsics.ts';
import { printValue } from '../print.ts';
import { readDataProperty, readProperty } from '../property.ts';
import {
	createMisuseResult,
	createMatcherResult,
	type MatcherContext,
	type Matcher,
	type Matchers,
	type MatcherResult
} from './matcher.ts';
import { matchesIgnoringLastIndex } from './values.ts';

type ThrownValue = { value: unknown } | undefined;

const toThrow: Matcher = (received, values, matcherContext) => {
	if (matcherContext.promiseModifier === undefined && typeof received !== 'function') {
		return createMisuseResult(
			`toThrow() calls a function, and was given ${typeNameOf(received)}: write expect(() => …)`
		);
	}
	return matchThrownValue(catchThrownValue(received, matcherContext), values[0]);
};

export const thrownMatchers: Matchers = { toThrow, toThrowError: toThrow };

function catchThrownValue(received: unknown, { promiseModifier }: MatcherContext): ThrownValue {
	if (promiseModifier === 'rejects') return { value: received };
	if (typeof received !== 'function') return undefined;
	try {
		received();
		return undefined;
	} catch (error) {
		return { value: error };
	}
}

function matchThrownValue(thrown: ThrownValue, expected: unknown): MatcherResult {
	const receivedValue = thrown === undefined ? NOTHING_THROWN : thrown.value;
	if (expected === undefined) return createMatcherResult(thrown !== undefined, 'to throw', { received: receivedValue });
	const message = thrown === undefined ? undefined : errorMessageOf(thrown.value);
	if (typeof expected === 'string') {
		// Every message contains the empty string, so '' matches only an empty message.
		const pass = message !== undefined && (expected === '' ? message === '' : stringIncludes(message, expected));
		return createMatcherResult(pass, 'to throw with', { expected, received: receivedValue });
	}
	if (isRegExp(expected)) {
		const pass = message !== undefined && matchesIgnoringLastIndex(expected as RegExp, message);
		return createMatcherResult(pass, 'to throw with', { expected, received: receivedValue });
	}
	if (asymmetricMatcherOf(expected) === undefined && typeof expected === 'function') {
		const pass = thrown !== undefined && isInstance(thrown.value, expected);
		return createMatcherResult(pass, `to throw ${String(readDataProperty(expected, 'name'))}`, {
			received: receivedValue
		});
	}
	const pass = thrown !== undefined && areValuesEqual(thrown.value, expected, 'equal');
	const expectedValue: unknown = isInstance(expected, OriginalError) ? printValue(expected) : expected;
	return createMatcherResult(pass, 'to throw', { expected: expectedValue, received: receivedValue });
}

const NOTHING_THROWN = undefined;

function errorMessageOf(thrown: unknown): string | undefined {
	if (typeof thrown === 'string') return thrown;
	const message = readProperty(thrown, 'message');
	return typeof message === 'string' ? message : undefined;
}
