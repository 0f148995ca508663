/** `structuredClone` for an engine that lacks it. It throws for values that cannot be copied. */
import { isArrayBuffer, isDate, isMap, isRegExp, isSet, isDataView } from '../../check/intrinsics.ts';

export function createStructuredCopy(value: unknown): unknown {
	return copyValue(value, new Map());
}

function copyValue(value: unknown, copyByOriginal: Map<unknown, unknown>): unknown {
	if (typeof value === 'function' || typeof value === 'symbol') throw createCloneError(value);
	if (typeof value !== 'object' || value === null) return value;
	if (copyByOriginal.has(value)) return copyByOriginal.get(value);
	const copy = createEmptyCopyOf(value);
	copyByOriginal.set(value, copy);
	if (isMap(value)) {
		const mapCopy = copy as Map<unknown, unknown>;
		(value as Map<unknown, unknown>).forEach((item, key) =>
			mapCopy.set(copyValue(key, copyByOriginal), copyValue(item, copyByOriginal))
		);
		return copy;
	}
	if (isSet(value)) {
		(value as Set<unknown>).forEach((item) => (copy as Set<unknown>).add(copyValue(item, copyByOriginal)));
		return copy;
	}
	if (isDate(value) || isRegExp(value) || isArrayBuffer(value) || isDataView(value)) return copy;
	const names =
		value instanceof Error ? ['message', 'stack', 'cause'].filter((key) => key in value) : Object.keys(value);
	for (const key of names) {
		const member = copyValue(Reflect.get(value, key), copyByOriginal);
		Object.defineProperty(copy, key, {
			value: member,
			writable: true,
			enumerable: !(value instanceof Error),
			configurable: true
		});
	}
	return copy;
}

function createEmptyCopyOf(value: object): object {
	if (isDate(value)) return new Date((value as Date).getTime());
	if (isRegExp(value)) return new RegExp(value as RegExp);
	if (isMap(value)) return new Map();
	if (isSet(value)) return new Set();
	if (isArrayBuffer(value)) return (value as ArrayBuffer).slice(0);
	if (isDataView(value)) {
		const view = value as Uint8Array;
		const ViewClass = view.constructor as Uint8ArrayConstructor;
		return new ViewClass(view.buffer.slice(0), view.byteOffset, view.length);
	}
	if (Array.isArray(value)) return new Array<unknown>(value.length);
	if (value instanceof Error) {
		const errorTypes = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
		return new (errorTypes.find(({ name }) => name === value.name) ?? Error)(value.message);
	}
	if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) throw createCloneError(value);
	return {};
}

function createCloneError(value: unknown): Error {
	const error = new Error(`${String(value)} could not be cloned.`);
	error.name = 'DataCloneError';
	return error;
}
