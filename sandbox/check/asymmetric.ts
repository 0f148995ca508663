/** Asymmetric matchers, such as `expect.anything()`, which a program can neither imitate nor change. */
import { registerAsymmetricMatcher } from './asymmetric-registry.ts';
import { areValuesEqual } from './equality.ts';
import {
	abs,
	appendTamperProof,
	copyRegExp,
	getOwnPropertyDescriptor,
	getPrototypeOf,
	hasOwn,
	stringIncludes,
	isArray,
	isInstance,
	isObject,
	isRegExp,
	keys,
	matchesRegExp,
	ownKeys,
	OriginalObject,
	OriginalTypeError
} from './intrinsics.ts';
import { printValue } from './print.ts';
import { classNameOf, readDataProperty } from './property.ts';

function createMatcherAndInverse(
	name: string,
	expected: unknown,
	test: (value: unknown) => boolean
): { matcher: object; invertedMatcher: object } {
	return {
		matcher: registerAsymmetricMatcher({ matches: test, name: () => `${name}(${printValue(expected)})` }),
		invertedMatcher: registerAsymmetricMatcher({
			matches: (value) => !test(value),
			name: () => `not.${name}(${printValue(expected)})`
		})
	};
}

export function anything(): object {
	return registerAsymmetricMatcher({
		matches: (value) => value !== null && value !== undefined,
		name: () => 'anything()'
	});
}

// Captured at load: a program that replaces the global `String` must not change the meaning of any(String).
const TYPEOF_BY_CONSTRUCTOR: readonly (readonly [unknown, string])[] = [
	[String, 'string'],
	[Number, 'number'],
	[Function, 'function'],
	[Boolean, 'boolean'],
	[BigInt, 'bigint'],
	[Symbol, 'symbol'],
	[Object, 'object']
];

export function any(type: unknown): object {
	if (typeof type !== 'function') throw new OriginalTypeError('any() expects a class or a constructor function');
	let primitiveType: string | undefined;
	for (let index = 0; index < TYPEOF_BY_CONSTRUCTOR.length; index++) {
		const pair = TYPEOF_BY_CONSTRUCTOR[index];
		if (pair?.[0] === type) primitiveType = pair[1];
	}
	return registerAsymmetricMatcher({
		matches: (value) => typeof value === primitiveType || (primitiveType !== 'object' && isInstance(value, type)),
		name: () => `any(${String(readDataProperty(type, 'name'))})`
	});
}

export function stringContaining(part: unknown): { matcher: object; invertedMatcher: object } {
	if (typeof part !== 'string') throw new OriginalTypeError('stringContaining() expects a string');
	return createMatcherAndInverse(
		'stringContaining',
		part,
		(value) => typeof value === 'string' && stringIncludes(value, part)
	);
}

export function stringMatching(pattern: unknown): { matcher: object; invertedMatcher: object } {
	if (typeof pattern !== 'string' && !isRegExp(pattern)) {
		throw new OriginalTypeError('stringMatching() expects a string or a regular expression');
	}
	const expression = copyRegExp(pattern as RegExp);
	return createMatcherAndInverse(
		'stringMatching',
		expression,
		(value) => typeof value === 'string' && matchesRegExp(expression, value)
	);
}

export function closeTo(expected: unknown, digits: unknown = 2): { matcher: object; invertedMatcher: object } {
	if (typeof expected !== 'number' || typeof digits !== 'number')
		throw new OriginalTypeError('closeTo() expects numbers');
	const matcherName = `closeTo(${printValue(expected)})`;
	const isAsCloseAsRequired = (value: unknown, mustBeClose: boolean) => {
		return typeof value === 'number' && isCloseTo(value, expected, digits) === mustBeClose;
	};
	return {
		matcher: registerAsymmetricMatcher({
			matches: (value) => isAsCloseAsRequired(value, true),
			name: () => matcherName
		}),
		invertedMatcher: registerAsymmetricMatcher({
			matches: (value) => isAsCloseAsRequired(value, false),
			name: () => `not.${matcherName}`
		})
	};
}

export function isCloseTo(value: number, expected: number, digits: number): boolean {
	if (value === expected && abs(value) === Infinity) return true;
	return abs(expected - value) < 10 ** -digits / 2;
}

export function arrayContaining(expected: unknown): { matcher: object; invertedMatcher: object } {
	if (!isArray(expected)) throw new OriginalTypeError('arrayContaining() expects an array');
	const expectedItems: unknown[] = expected;
	return createMatcherAndInverse('arrayContaining', expected, (value) => {
		if (expectedItems.length === 0) return true;
		return isArray(value) && isTrueOfAll(expectedItems, (item) => hasEqualItem(value, item));
	});
}

export function objectContaining(expected: unknown): { matcher: object; invertedMatcher: object } {
	if (typeof expected !== 'object' || expected === null)
		throw new OriginalTypeError('objectContaining() expects an object');
	return createMatcherAndInverse('objectContaining', expected, (value) =>
		isTrueOfAll(enumerableKeysOf(expected), (key) => {
			return (
				hasProperty(value, key) && areValuesEqual(propertyValueOf(value, key), propertyValueOf(expected, key), 'equal')
			);
		})
	);
}

function enumerableKeysOf(value: object): PropertyKey[] {
	const enumerableKeys: PropertyKey[] = keys(value);
	const allKeys = ownKeys(value);
	for (let index = 0; index < allKeys.length; index++) {
		const key = allKeys[index];
		if (typeof key === 'symbol' && getOwnPropertyDescriptor(value, key)?.enumerable === true)
			appendTamperProof(enumerableKeys, key);
	}
	return enumerableKeys;
}

function hasProperty(value: unknown, key: PropertyKey): boolean {
	if (value === null || value === undefined) return false;
	let holder: object | null = OriginalObject(value);
	while (holder !== null) {
		if (hasOwn(holder, key)) return true;
		holder = getPrototypeOf(holder);
	}
	return false;
}

function propertyValueOf(value: unknown, key: PropertyKey): unknown {
	return (value as Record<PropertyKey, unknown>)[key];
}

function hasEqualItem(list: unknown[], item: unknown): boolean {
	for (let index = 0; index < list.length; index++) if (areValuesEqual(list[index], item, 'equal')) return true;
	return false;
}

function isTrueOfAll<Item>(list: Item[], test: (item: Item) => boolean): boolean {
	for (let index = 0; index < list.length; index++) if (!test(list[index] as Item)) return false;
	return true;
}

export function typeNameOf(value: unknown): string {
	if (value === null) return 'null';
	return isObject(value) && typeof value === 'object' ? (classNameOf(value) ?? 'object') : typeof value;
}
