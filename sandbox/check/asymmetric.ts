/** Asymmetric matchers, such as `expect.anything()`, which a program can neither imitate nor change. */
import { registerAsymmetricMatcher } from './asymmetric-registry.ts';
import { areValuesEqual } from './equality.ts';
import {
	abs,
	appendItem,
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
import { className, readDataProperty } from './property.ts';

function createInvertible(
	name: string,
	expected: unknown,
	test: (value: unknown) => boolean
): { is: object; isNot: object } {
	return {
		is: registerAsymmetricMatcher({ matches: test, name: () => `${name}(${printValue(expected)})` }),
		isNot: registerAsymmetricMatcher({
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
const PRIMITIVE_TYPES: readonly (readonly [unknown, string])[] = [
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
	let primitive: string | undefined;
	for (let index = 0; index < PRIMITIVE_TYPES.length; index++) {
		const pair = PRIMITIVE_TYPES[index];
		if (pair?.[0] === type) primitive = pair[1];
	}
	return registerAsymmetricMatcher({
		matches: (value) => typeof value === primitive || (primitive !== 'object' && isInstance(value, type)),
		name: () => `any(${String(readDataProperty(type, 'name'))})`
	});
}

export function stringContaining(part: unknown): { is: object; isNot: object } {
	if (typeof part !== 'string') throw new OriginalTypeError('stringContaining() expects a string');
	return createInvertible(
		'stringContaining',
		part,
		(value) => typeof value === 'string' && stringIncludes(value, part)
	);
}

export function stringMatching(pattern: unknown): { is: object; isNot: object } {
	if (typeof pattern !== 'string' && !isRegExp(pattern)) {
		throw new OriginalTypeError('stringMatching() expects a string or a regular expression');
	}
	const expression = copyRegExp(pattern as RegExp);
	return createInvertible(
		'stringMatching',
		expression,
		(value) => typeof value === 'string' && matchesRegExp(expression, value)
	);
}

export function closeTo(expected: unknown, digits: unknown = 2): { is: object; isNot: object } {
	if (typeof expected !== 'number' || typeof digits !== 'number')
		throw new OriginalTypeError('closeTo() expects numbers');
	const matcherName = `closeTo(${printValue(expected)})`;
	// For anything but a number, both `closeTo` and `not.closeTo` fail.
	const near = (value: unknown, outcome: boolean) => {
		return typeof value === 'number' && isCloseTo(value, expected, digits) === outcome;
	};
	return {
		is: registerAsymmetricMatcher({ matches: (value) => near(value, true), name: () => matcherName }),
		isNot: registerAsymmetricMatcher({ matches: (value) => near(value, false), name: () => `not.${matcherName}` })
	};
}

export function isCloseTo(value: number, expected: number, digits: number): boolean {
	if (value === expected && abs(value) === Infinity) return true;
	return abs(expected - value) < 10 ** -digits / 2;
}

export function arrayContaining(expected: unknown): { is: object; isNot: object } {
	if (!isArray(expected)) throw new OriginalTypeError('arrayContaining() expects an array');
	const items: unknown[] = expected;
	return createInvertible('arrayContaining', expected, (value) => {
		if (items.length === 0) return true;
		return isArray(value) && isTrueOfAll(items, (item) => hasItem(value, item));
	});
}

export function objectContaining(expected: unknown): { is: object; isNot: object } {
	if (typeof expected !== 'object' || expected === null)
		throw new OriginalTypeError('objectContaining() expects an object');
	return createInvertible('objectContaining', expected, (value) =>
		isTrueOfAll(propertiesOf(expected), (key) => {
			return hasProperty(value, key) && areValuesEqual(readOwn(value, key), readOwn(expected, key), 'equal');
		})
	);
}

function propertiesOf(value: object): PropertyKey[] {
	const properties: PropertyKey[] = keys(value);
	const all = ownKeys(value);
	for (let index = 0; index < all.length; index++) {
		const key = all[index];
		if (typeof key === 'symbol' && getOwnPropertyDescriptor(value, key)?.enumerable === true)
			appendItem(properties, key);
	}
	return properties;
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

function readOwn(value: unknown, key: PropertyKey): unknown {
	return (value as Record<PropertyKey, unknown>)[key];
}

function hasItem(list: unknown[], item: unknown): boolean {
	for (let index = 0; index < list.length; index++) if (areValuesEqual(list[index], item, 'equal')) return true;
	return false;
}

function isTrueOfAll<Item>(list: Item[], test: (item: Item) => boolean): boolean {
	for (let index = 0; index < list.length; index++) if (!test(list[index] as Item)) return false;
	return true;
}

export function typeName(value: unknown): string {
	if (value === null) return 'null';
	return isObject(value) && typeof value === 'object' ? (className(value) ?? 'object') : typeof value;
}
