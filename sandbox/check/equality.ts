/** Deep equality as vitest and Jest define it, where only the expected side may hold asymmetric matchers. */
import { asymmetricMatcherOf } from './asymmetric-registry.ts';
import {
	appendTamperProof,
	readByteAt,
	textOfRegExp,
	getPrototypeOf,
	hasOwn,
	is,
	isArray,
	isArrayBuffer,
	isDate,
	isEnumerable,
	isInstance,
	isMap,
	isNotANumber,
	isRegExp,
	isSet,
	isDataView,
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
import { areMapsEqual, areSetsEqual } from './collections.ts';
import { readProperty } from './property.ts';

/** `equal` ignores undefined properties and classes, `strict` does not, `match` allows objects to have extra properties. */
export type EqualityMode = 'equal' | 'strict' | 'match';

interface PairsBeingCompared {
	received: unknown[];
	expected: unknown[];
}

export function areValuesEqual(received: unknown, expected: unknown, mode: EqualityMode): boolean {
	return areDeeplyEqual(received, expected, mode, { received: [], expected: [] });
}

function areDeeplyEqual(
	received: unknown,
	expected: unknown,
	mode: EqualityMode,
	outerPairs: PairsBeingCompared
): boolean {
	const matcher = asymmetricMatcherOf(expected);
	if (matcher !== undefined) return matcher.matches(received);
	if (is(received, expected)) return true;
	if (typeof received !== 'object' || typeof expected !== 'object') return false;
	if (received === null || expected === null) return false;
	for (let index = outerPairs.received.length - 1; index >= 0; index--) {
		const sameReceived = outerPairs.received[index] === received;
		const sameExpected = outerPairs.expected[index] === expected;
		if (sameReceived && sameExpected) return true;
		if (mode !== 'match' && (sameReceived || sameExpected)) return false;
	}
	appendTamperProof(outerPairs.received, received);
	appendTamperProof(outerPairs.expected, expected);
	const isEqual = areObjectsEqual(received, expected, mode, outerPairs);
	outerPairs.received.length -= 1;
	outerPairs.expected.length -= 1;
	return isEqual;
}

function areObjectsEqual(
	received: object,
	expected: object,
	mode: EqualityMode,
	outerPairs: PairsBeingCompared
): boolean {
	if (mode === 'strict' && readProperty(received, 'constructor') !== readProperty(expected, 'constructor'))
		return false;
	if (mode === 'match' && allowsExtraProperties(expected)) return hasExpectedMembers(received, expected, outerPairs);
	if (objectTagOf(received) !== objectTagOf(expected)) return false;
	const areEqualBuiltIns = areBuiltInsEqual(received, expected, mode, outerPairs);
	if (areEqualBuiltIns !== undefined) return areEqualBuiltIns;
	if (isArray(received) && isArray(expected)) {
		return received.length === expected.length && areMembersEqual(received, expected, mode, outerPairs);
	}
	if (isIterable(received) && isIterable(expected)) {
		if (readProperty(received, 'constructor') !== readProperty(expected, 'constructor')) return false;
		if (!areSequencesEqual(received, expected, mode, outerPairs)) return false;
	}
	return areMembersEqual(received, expected, mode, outerPairs);
}

/** Called before the tests for built-in types, which are slow: each throws and catches an error when it fails. */
function isComparedByProperties(value: object): boolean {
	return isArray(value) || (getPrototypeOf(value) === OBJECT_PROTOTYPE && objectTagOf(value) === '[object Object]');
}

/** Undefined when the values are compared by their properties alone. */
function areBuiltInsEqual(
	received: object,
	expected: object,
	mode: EqualityMode,
	outerPairs: PairsBeingCompared
): boolean | undefined {
	if (isComparedByProperties(received) && isComparedByProperties(expected)) return undefined;
	if (isDate(received) || isDate(expected)) {
		if (!isDate(received) || !isDate(expected)) return false;
		const receivedTime = timeOfDate(received);
		const expectedTime = timeOfDate(expected);
		return receivedTime === expectedTime || (isNotANumber(receivedTime) && isNotANumber(expectedTime));
	}
	if (isRegExp(received) || isRegExp(expected)) {
		return isRegExp(received) && isRegExp(expected) && textOfRegExp(received) === textOfRegExp(expected);
	}
	const expectedBox = unboxPrimitive(expected);
	if (expectedBox !== undefined) {
		const receivedBox = unboxPrimitive(received);
		return receivedBox !== undefined && is(receivedBox.primitive, expectedBox.primitive);
	}
	if (isMap(expected) || isSet(expected) || isMap(received) || isSet(received)) {
		if (readProperty(received, 'constructor') !== readProperty(expected, 'constructor')) return false;
		const areSame = (one: unknown, other: unknown) => areDeeplyEqual(one, other, mode, outerPairs);
		return isMap(expected)
			? isMap(received) && areMapsEqual(received, expected, areSame)
			: isSet(received) && isSet(expected) && areSetsEqual(received, expected, areSame);
	}
	if (isArrayBuffer(expected) || isDataView(expected)) return areBytesEqual(received, expected);
	if (isInstance(received, OriginalError) && isInstance(expected, OriginalError)) {
		return areErrorsEqual(received, expected, mode, outerPairs);
	}
	return undefined;
}

function areErrorsEqual(
	received: object,
	expected: object,
	mode: EqualityMode,
	outerPairs: PairsBeingCompared
): boolean {
	if (readProperty(received, 'name') !== readProperty(expected, 'name')) return false;
	if (readProperty(received, 'message') !== readProperty(expected, 'message')) return false;
	const expectedCause = readProperty(expected, 'cause');
	if (expectedCause !== undefined && !areDeeplyEqual(readProperty(received, 'cause'), expectedCause, mode, outerPairs))
		return false;
	const expectedErrors = readProperty(expected, 'errors');
	if (
		expectedErrors !== undefined &&
		!areDeeplyEqual(readProperty(received, 'errors'), expectedErrors, mode, outerPairs)
	)
		return false;
	if (mode === 'match') return hasExpectedMembers(received, expected, outerPairs);
	return areMembersEqual(received, expected, mode, outerPairs);
}

function areBytesEqual(received: object, expected: object): boolean {
	const receivedBytes = bytesOf(received);
	const expectedBytes = bytesOf(expected);
	if (
		receivedBytes === undefined ||
		expectedBytes === undefined ||
		receivedBytes.byteLength !== expectedBytes.byteLength
	)
		return false;
	for (let index = 0; index < receivedBytes.byteLength; index++)
		if (readByteAt(receivedBytes, index) !== readByteAt(expectedBytes, index)) return false;
	return true;
}

function bytesOf(value: object): DataView | undefined {
	if (isArrayBuffer(value)) return new OriginalDataView(value as ArrayBuffer);
	return isDataView(value) ? (value as DataView) : undefined;
}

function isIterable(value: object): boolean {
	return !!readProperty(value, ITERATOR_SYMBOL);
}

function areSequencesEqual(
	received: object,
	expected: object,
	mode: EqualityMode,
	outerPairs: PairsBeingCompared
): boolean {
	const receivedIterator = (received as Iterable<unknown>)[ITERATOR_SYMBOL]();
	const expectedIterator = (expected as Iterable<unknown>)[ITERATOR_SYMBOL]();
	for (;;) {
		const receivedStep = receivedIterator.next();
		const expectedStep = expectedIterator.next();
		if (receivedStep.done === true || expectedStep.done === true)
			return receivedStep.done === true && expectedStep.done === true;
		if (!areDeeplyEqual(receivedStep.value, expectedStep.value, mode, outerPairs)) return false;
	}
}

function areMembersEqual(
	received: object,
	expected: object,
	mode: EqualityMode,
	outerPairs: PairsBeingCompared
): boolean {
	const receivedKeys = comparedKeysOf(received, mode);
	if (comparedKeysOf(expected, mode).length !== receivedKeys.length) return false;
	for (let index = 0; index < receivedKeys.length; index++) {
		const key = receivedKeys[index] as PropertyKey;
		if (!hasOwn(expected, key)) return false;
		const expectedValue = readProperty(expected, key);
		if (expectedValue === undefined && mode !== 'strict') return false;
		if (!areDeeplyEqual(readProperty(received, key), expectedValue, mode, outerPairs)) return false;
	}
	return true;
}

function comparedKeysOf(value: object, mode: EqualityMode): PropertyKey[] {
	const comparedKeys: PropertyKey[] = [];
	const names = keys(value);
	for (let index = 0; index < names.length; index++) {
		const key = names[index] as string;
		if (mode === 'strict' || readProperty(value, key) !== undefined) appendTamperProof(comparedKeys, key);
	}
	const allKeys = ownKeys(value);
	for (let index = 0; index < allKeys.length; index++) {
		const key = allKeys[index];
		if (typeof key === 'symbol' && isEnumerable(value, key)) appendTamperProof(comparedKeys, key);
	}
	return comparedKeys;
}

function allowsExtraProperties(value: object): boolean {
	if (isArray(value) || isInstance(value, OriginalError) || isIterable(value)) return false;
	return (
		!isDate(value) &&
		!isRegExp(value) &&
		!isArrayBuffer(value) &&
		!isDataView(value) &&
		unboxPrimitive(value) === undefined
	);
}

function hasExpectedMembers(received: object, expected: object, outerPairs: PairsBeingCompared): boolean {
	const expectedKeys = keys(expected);
	for (let index = 0; index < expectedKeys.length; index++) {
		const key = expectedKeys[index] as string;
		if (!hasOwnOrInherited(received, key)) return false;
		if (!areDeeplyEqual(readProperty(received, key), readProperty(expected, key), 'match', outerPairs)) return false;
	}
	return true;
}

function hasOwnOrInherited(value: object, key: string): boolean {
	let holder: object | null = value;
	while (holder !== null && getPrototypeOf(holder) !== null) {
		if (hasOwn(holder, key)) return true;
		holder = getPrototypeOf(holder);
	}
	return holder === value && hasOwn(value, key);
}
