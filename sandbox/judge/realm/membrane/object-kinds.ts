/** Decides which objects are copied into the other realm and which are passed by reference. */
import { isArrayBuffer, isDate, isMap, isRegExp, isSet, isDataView } from '../../../check/intrinsics.ts';

export type CopiedObjectKind =
	| 'object'
	| 'array'
	| 'map'
	| 'set'
	| 'date'
	| 'expression'
	| 'buffer'
	| 'view'
	| 'error'
	| 'module';
/** A `list` is passed by reference, and `Array.isArray` is true for its stand-in. */
export type ObjectKind = CopiedObjectKind | 'promise' | 'function' | 'instance' | 'list';

const { getPrototypeOf, ownKeys, getOwnPropertyDescriptor } = Reflect;
const { isArray } = Array;
const PROTOTYPE_BY_KIND = {
	object: Object.prototype,
	array: Array.prototype,
	map: Map.prototype,
	set: Set.prototype,
	date: Date.prototype,
	expression: RegExp.prototype,
	buffer: ArrayBuffer.prototype,
	error: Error.prototype,
	promise: Promise.prototype
};
const TypedArrayPrototype: unknown = getPrototypeOf(Uint8Array.prototype);

export function isCopiedObjectKind(kind: ObjectKind): kind is CopiedObjectKind {
	return kind !== 'function' && kind !== 'instance' && kind !== 'list' && kind !== 'promise';
}

/** Returns the kind of an object. `isOpaqueProxy` returns whether an object is a proxy that the program made. Never throws. */
export function objectKindOf(value: object, isOpaqueProxy: (value: object) => boolean): ObjectKind {
	if (typeof value === 'function') return 'function';
	if (isOpaqueProxy(value)) return isArray(value) ? 'list' : 'instance';
	try {
		return kindOfPrototype(value);
	} catch {
		return 'instance';
	}
}

function kindOfPrototype(value: object): ObjectKind {
	const prototype = getPrototypeOf(value);
	if (isArray(value)) return prototype === PROTOTYPE_BY_KIND.array ? 'array' : 'list';
	if (prototype === null || prototype === PROTOTYPE_BY_KIND.object)
		return hasOnlyDataProperties(value) ? 'object' : 'instance';
	if (prototype === PROTOTYPE_BY_KIND.map && isMap(value)) return 'map';
	if (prototype === PROTOTYPE_BY_KIND.set && isSet(value)) return 'set';
	if (prototype === PROTOTYPE_BY_KIND.date && isDate(value)) return 'date';
	if (prototype === PROTOTYPE_BY_KIND.expression && isRegExp(value)) return 'expression';
	if (prototype === PROTOTYPE_BY_KIND.buffer && isArrayBuffer(value)) return 'buffer';
	if (isDataView(value) && prototype !== null && isTypedArrayPrototype(prototype)) return 'view';
	if (inheritsFrom(prototype, PROTOTYPE_BY_KIND.error)) return 'error';
	if (inheritsFrom(prototype, PROTOTYPE_BY_KIND.promise)) return 'promise';
	return 'instance';
}

function isTypedArrayPrototype(prototype: object): boolean {
	return prototype === DataView.prototype || getPrototypeOf(prototype) === TypedArrayPrototype;
}

/** Returns whether an object holds only data: no functions, getters or hidden properties. */
function hasOnlyDataProperties(value: object): boolean {
	const keys = ownKeys(value);
	for (let index = 0; index < keys.length; index++) {
		const descriptor = getOwnPropertyDescriptor(value, keys[index] as PropertyKey);
		if (descriptor === undefined || descriptor.get !== undefined || descriptor.set !== undefined) return false;
		if (descriptor.enumerable !== true || typeof descriptor.value === 'function') return false;
	}
	return true;
}

function inheritsFrom(prototype: object | null, ancestor: object): boolean {
	let holder = prototype;
	for (let depth = 0; holder !== null && depth < 100; depth++) {
		if (holder === ancestor) return true;
		holder = getPrototypeOf(holder);
	}
	return false;
}
