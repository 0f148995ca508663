/** Deep equality as vitest and Jest define it, where only the expected side may hold asymmetric matchers. */
import { asymmetricMatcherOf } from './asymmetric-registry.ts';
import {
	appendItem,
	readByteAt,
	textOfRegExp,
	getPrototypeOf,
	hasOwn,
	is,
	isArray,
	isBuffer,
	isDate,
	isEnumerable,
	isInstance,
	isMap,
	isNotANumber,
	isRegExp,
	isSet,
	isBufferView,
	ITERATOR_SYMBOL,
	keys,
	OBJECT_PROTOTYPE,
	ownKeys,
	objectTagOf,
	timeOfDate,
	OriginalDataView,
	OriginalError,
	unboxPrimitive
} from './intrinsics.ts';
import { mapsEqual, setsEqual } from './collections.ts';
import { readProperty } from './property.ts';

/** `equal` ignores undefined properties and classes, `strict` does not, `match` allows objects to have extra properties. */
export type EqualityMode = 'equal' | 'strict' | 'match';

/** Pairs of objects that are being compared at outer levels, to recognise values that contain themselves. */
interface OuterPairs {
	received: unknown[];
	expected: unknown[];
}

export function areValuesEqual(received: unknown, expected: unknown, mode: EqualityMode): boolean {
	return compare(received, expected, mode, { received: [], expected: [] });
}

function compare(received: unknown, expected: unknown, mode: EqualityMode, trail: OuterPairs): boolean {
	const matcher = asymmetricMatcherOf(expected);
	if (matcher !== undefined) return matcher.matches(received);
	if (is(received, expected)) return true;
	if (typeof received !== 'object' || typeof expected !== 'object') return false;
	if (received === null || expected === null) return false;
	for (let index = trail.received.length - 1; index >= 0; index--) {
		const sameReceived = trail.received[index] === received;
		const sameExpected = trail.expected[index] === expected;
		if (sameReceived && sameExpected) return true;
		if (mode !== 'match' && (sameReceived || sameExpected)) return false;
	}
	appendItem(trail.received, received);
	appendItem(trail.expected, expected);
	const same = compareObjects(received, expected, mode, trail);
	trail.received.length -= 1;
	trail.expected.length -= 1;
	return same;
}

function compareObjects(received: object, expected: object, mode: EqualityMode, trail: OuterPairs): boolean {
	if (mode === 'strict' && readProperty(received, 'constructor') !== readProperty(expected, 'constructor'))
		return false;
	if (mode === 'match' && isOpenObject(expected)) return hasMembers(received, expected, trail);
	if (objectTagOf(received) !== objectTagOf(expected)) return false;
	const special = compareSpecial(received, expected, mode, trail);
	if (special !== undefined) return special;
	if (isArray(received) && isArray(expected)) {
		return received.length === expected.length && membersEqual(received, expected, mode, trail);
	}
	if (isIterable(received) && isIterable(expected)) {
		if (readProperty(received, 'constructor') !== readProperty(expected, 'constructor')) return false;
		if (!sequencesEqual(received, expected, mode, trail)) return false;
	}
	return membersEqual(received, expected, mode, trail);
}

/**
 * Returns whether a value is compared by its properties alone. Called before the other type tests, because each of those throws and
 * catches an error when it fails, which is slow.
 */
function isPlain(value: object): boolean {
	return isArray(value) || (getPrototypeOf(value) === OBJECT_PROTOTYPE && objectTagOf(value) === '[object Object]');
}

/**
 * Compares two values of a built-in type, such as dates; returns undefined when the values are compared by their properties alone.
 */
function compareSpecial(
	received: object,
	expected: object,
	mode: EqualityMode,
	trail: OuterPairs
): boolean | undefined {
	if (isPlain(received) && isPlain(expected)) return undefined;
	if (isDate(received) || isDate(expected)) {
		if (!isDate(received) || !isDate(expected)) return false;
		const one = timeOfDate(received);
		const other = timeOfDate(expected);
		return one === other || (isNotANumber(one) && isNotANumber(other));
	}
	if (isRegExp(received) || isRegExp(expected)) {
		return isRegExp(received) && isRegExp(expected) && textOfRegExp(received) === textOfRegExp(expected);
	}
	const box = unboxPrimitive(expected);
	if (box !== undefined) {
		const other = unboxPrimitive(received);
		return other !== undefined && is(other.primitive, box.primitive);
	}
	if (isMap(expected) || isSet(expected) || isMap(received) || isSet(received)) {
		if (readProperty(received, 'constructor') !== readProperty(expected, 'constructor')) return false;
		const areSame = (one: unknown, other: unknown) => compare(one, other, mode, trail);
		return isMap(expected)
			? isMap(received) && mapsEqual(received, expected, areSame)
			: isSet(received) && isSet(expected) && setsEqual(received, expected, areSame);
	}
	if (isBuffer(expected) || isBufferView(expected)) return bytesEqual(received, expected);
	if (isInstance(received, OriginalError) && isInstance(expected, OriginalError)) {
		return errorsEqual(received, expected, mode, trail);
	}
	return undefined;
}

function errorsEqual(received: object, expected: object, mode: EqualityMode, trail: OuterPairs): boolean {
	if (readProperty(received, 'name') !== readProperty(expected, 'name')) return false;
	if (readProperty(received, 'message') !== readProperty(expected, 'message')) return false;
	const cause = readProperty(expected, 'cause');
	if (cause !== undefined && !compare(readProperty(received, 'cause'), cause, mode, trail)) return false;
	const errors = readProperty(expected, 'errors');
	if (errors !== undefined && !compare(readProperty(received, 'errors'), errors, mode, trail)) return false;
	if (mode === 'match') return hasMembers(received, expected, trail);
	return membersEqual(received, expected, mode, trail);
}

function bytesEqual(received: object, expected: object): boolean {
	const one = bytesOf(received);
	const other = bytesOf(expected);
	if (one === undefined || other === undefined || one.byteLength !== other.byteLength) return false;
	for (let index = 0; index < one.byteLength; index++)
		if (readByteAt(one, index) !== readByteAt(other, index)) return false;
	return true;
}

function bytesOf(value: object): DataView | undefined {
	if (isBuffer(value)) return new OriginalDataView(value as ArrayBuffer);
	return isBufferView(value) ? (value as DataView) : undefined;
}

function isIterable(value: object): boolean {
	return !!readProperty(value, ITERATOR_SYMBOL);
}

function sequencesEqual(received: object, expected: object, mode: EqualityMode, trail: OuterPairs): boolean {
	const one = (received as Iterable<unknown>)[ITERATOR_SYMBOL]();
	const other = (expected as Iterable<unknown>)[ITERATOR_SYMBOL]();
	for (;;) {
		const left = one.next();
		const right = other.next();
		if (left.done === true || right.done === true) return left.done === true && right.done === true;
		if (!compare(left.value, right.value, mode, trail)) return false;
	}
}

function membersEqual(received: object, expected: object, mode: EqualityMode, trail: OuterPairs): boolean {
	const names = membersOf(received, mode);
	if (membersOf(expected, mode).length !== names.length) return false;
	for (let index = 0; index < names.length; index++) {
		const key = names[index] as PropertyKey;
		if (!hasOwn(expected, key)) return false;
		const expectedValue = readProperty(expected, key);
		if (expectedValue === undefined && mode !== 'strict') return false;
		if (!compare(readProperty(received, key), expectedValue, mode, trail)) return false;
	}
	return true;
}

function membersOf(value: object, mode: EqualityMode): PropertyKey[] {
	const members: PropertyKey[] = [];
	const names = keys(value);
	for (let index = 0; index < names.length; index++) {
		const key = names[index] as string;
		if (mode === 'strict' || readProperty(value, key) !== undefined) appendItem(members, key);
	}
	const all = ownKeys(value);
	for (let index = 0; index < all.length; index++) {
		const key = all[index];
		if (typeof key === 'symbol' && isEnumerable(value, key)) appendItem(members, key);
	}
	return members;
}

/** Returns whether `match` ignores properties that only the received object has. */
function isOpenObject(value: object): boolean {
	if (isArray(value) || isInstance(value, OriginalError) || isIterable(value)) return false;
	return (
		!isDate(value) &&
		!isRegExp(value) &&
		!isBuffer(value) &&
		!isBufferView(value) &&
		unboxPrimitive(value) === undefined
	);
}

function hasMembers(received: object, expected: object, trail: OuterPairs): boolean {
	const names = keys(expected);
	for (let index = 0; index < names.length; index++) {
		const key = names[index] as string;
		if (!hasInherited(received, key)) return false;
		if (!compare(readProperty(received, key), readProperty(expected, key), 'match', trail)) return false;
	}
	return true;
}

function hasInherited(value: object, key: string): boolean {
	let holder: object | null = value;
	while (holder !== null && getPrototypeOf(holder) !== null) {
		if (hasOwn(holder, key)) return true;
		holder = getPrototypeOf(holder);
	}
	return holder === value && hasOwn(value, key);
}
