import { isCloseTo, typeNameOf } from '../asymmetric.ts';
import { areValuesEqual } from '../equality.ts';
import {
	appendTamperProof,
	stringIncludes,
	is,
	isArray,
	isInstance,
	isRegExp,
	isSet,
	matchesRegExp,
	setForEach,
	OriginalPromise,
	OriginalError
} from '../intrinsics.ts';
import { printValue } from '../print.ts';
import { readDataProperty, readProperty } from '../property.ts';
import {
	createMisuseResult,
	createMatcherResult,
	type Matcher,
	type Matchers,
	type MatcherContext,
	type MatcherResult
} from './matcher.ts';
import { asymmetricMatcherOf } from '../asymmetric-registry.ts';

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

type ComparableNumber = number | bigint;

export const valueMatchers: Matchers = {
	toBe: (received, { 0: expected }) => createMatcherResult(is(received, expected), 'to be', { expected }),
	toEqual: (received, { 0: expected }) =>
		createMatcherResult(areValuesEqual(received, expected, 'equal'), 'to equal', { expected }),
	toStrictEqual: (received, { 0: expected }) => {
		return createMatcherResult(areValuesEqual(received, expected, 'strict'), 'to strictly equal', { expected });
	},
	toMatchObject: (received, { 0: expected }) => {
		if (typeof expected !== 'object' || expected === null)
			return createMisuseResult('toMatchObject() expects an object');
		return createMatcherResult(areValuesEqual(received, expected, 'match'), 'to match', { expected });
	},
	toBeTruthy: (received) => createMatcherResult(!!received, 'to be truthy'),
	toBeFalsy: (received) => createMatcherResult(!received, 'to be falsy'),
	toBeDefined: (received) => createMatcherResult(received !== undefined, 'to be defined'),
	toBeUndefined: (received) => createMatcherResult(received === undefined, 'to be undefined'),
	toBeNull: (received) => createMatcherResult(received === null, 'to be null'),
	toBeNullable: testNullish,
	toBeNullish: testNullish,
	toBeNaN: (received) => createMatcherResult(is(received, NaN), 'to be NaN'),
	toBeGreaterThan: createNumberOrderMatcher('to be greater than', (received, expected) => received > expected),
	toBeGreaterThanOrEqual: createNumberOrderMatcher('to be at least', (received, expected) => received >= expected),
	toBeLessThan: createNumberOrderMatcher('to be less than', (received, expected) => received < expected),
	toBeLessThanOrEqual: createNumberOrderMatcher('to be at most', (received, expected) => received <= expected),
	toBeCloseTo: (received, { 0: expected, 1: digits = 2 }) => {
		if (typeof received !== 'number' || typeof expected !== 'number' || typeof digits !== 'number') {
			return createMisuseResult(
				`toBeCloseTo() compares numbers, not ${typeNameOf(received)} and ${typeNameOf(expected)}`
			);
		}
		return createMatcherResult(isCloseTo(received, expected, digits), 'to be close to', { expected });
	},
	toBeInstanceOf: (received, { 0: type }) => {
		if (typeof type !== 'function') return createMisuseResult('toBeInstanceOf() expects a class');
		return createMatcherResult(
			isInstance(received, type),
			`to be an instance of ${String(readDataProperty(type, 'name'))}`
		);
	},
	toBeTypeOf: (received, { 0: type }) =>
		createMatcherResult(typeof received === type, 'to be of type', { expected: type }),
	toMatch: (received, { 0: pattern }) => {
		if (typeof received !== 'string')
			return createMisuseResult(`toMatch() looks into a string, not ${typeNameOf(received)}`);
		if (typeof pattern === 'string')
			return createMatcherResult(stringIncludes(received, pattern), 'to match', { expected: pattern });
		if (!isRegExp(pattern)) return createMisuseResult('toMatch() expects a string or a regular expression');
		return createMatcherResult(matchesIgnoringLastIndex(pattern as RegExp, received), 'to match', {
			expected: pattern
		});
	},
	toSatisfy: (received, { 0: test }) => {
		if (typeof test !== 'function') return createMisuseResult('toSatisfy() expects a function');
		const answer: unknown = test(received);
		if (isInstance(answer, OriginalPromise))
			return createMisuseResult('toSatisfy() expects a function that answers at once');
		return createMatcherResult(!!answer, `to satisfy ${printValue(test)}`);
	},
	toBeOneOf: (received, { 0: options }) => {
		const list = allowedValuesAsList(options);
		if (list === undefined) return createMisuseResult('toBeOneOf() expects an array or a Set');
		return createMatcherResult(hasEqualItem(list, received), 'to be one of', { expected: options });
	}
};

function testNullish(received: unknown): ReturnType<Matcher> {
	return createMatcherResult(received === null || received === undefined, 'to be null or undefined');
}

function createNumberOrderMatcher(
	phrase: string,
	isInOrder: (received: ComparableNumber, expected: ComparableNumber) => boolean
): Matcher {
	return (received, { 0: expected }) => {
		if (!isComparableNumber(received) || !isComparableNumber(expected)) {
			return createMisuseResult(`only numbers are compared, not ${typeNameOf(received)} and ${typeNameOf(expected)}`);
		}
		return createMatcherResult(isInOrder(received, expected), phrase, { expected });
	};
}

function isComparableNumber(value: unknown): value is ComparableNumber {
	return typeof value === 'number' || typeof value === 'bigint';
}

function matchesIgnoringLastIndex(pattern: RegExp, text: string): boolean {
	const previousIndex = pattern.lastIndex;
	pattern.lastIndex = 0;
	const isMatch = matchesRegExp(pattern, text);
	pattern.lastIndex = previousIndex;
	return isMatch;
}

function allowedValuesAsList(options: unknown): unknown[] | undefined {
	if (isArray(options)) return options;
	if (!isSet(options)) return undefined;
	const list: unknown[] = [];
	setForEach(options, (option) => appendTamperProof(list, option));
	return list;
}

function hasEqualItem(list: unknown[], value: unknown): boolean {
	for (let index = 0; index < list.length; index++) if (areValuesEqual(value, list[index], 'equal')) return true;
	return false;
}
