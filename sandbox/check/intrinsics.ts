/** Built-ins on which a report depends, captured before any program can replace them in the same realm. */
/**
 * All code that leads to a result uses only these built-ins, no method through a prototype, no `for…of` or spread, and
 * assigns no index of a new array, because a program may have replaced what these use.
 */
export const { is, keys } = Object;
export const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, construct } = Reflect;
export const { isArray } = Array;
export const { isNaN: isNotANumber } = Number;
export const { abs } = Math;
export const { assign, create, freeze } = Object;
export const OriginalObject: (value: unknown) => object = Object;
export const OriginalError = Error;
export const OriginalTypeError = TypeError;
export const OriginalPromise = Promise;
export const OriginalDate = Date;
export const OriginalDataView = DataView;
export const ITERATOR_SYMBOL: typeof Symbol.iterator = Symbol.iterator;

// Turns a method into a function that takes `this` as its first argument; TypeScript leaves `this` open for most built-ins.
function uncurry<Self, Arguments extends unknown[], Result>(
	method: (this: Self, ...values: Arguments) => Result
): (self: Self, ...values: Arguments) => Result {
	return (self, ...values) => apply(method, self, values);
}

function uncurryGetter(prototype: object, name: string): (self: unknown) => unknown {
	const getter = getOwnPropertyDescriptor(prototype, name)?.get;
	if (getter === undefined) throw new TypeError(`no getter ${name}`);
	return (self) => apply(getter, self, []);
}

const objectToString = uncurry(Object.prototype.toString);
export const objectTagOf = (value: unknown): string => objectToString(value);
export const hasOwn = uncurry(Object.prototype.hasOwnProperty) as (self: unknown, key: PropertyKey) => boolean;
export const isEnumerable = uncurry(Object.prototype.propertyIsEnumerable) as (
	self: unknown,
	key: PropertyKey
) => boolean;

export const stringIncludes = uncurry(String.prototype.includes) as (self: string, part: string) => boolean;
export const stringIndexOf = uncurry(String.prototype.indexOf) as (self: string, part: string) => number;
export const stringSlice = uncurry(String.prototype.slice) as (self: string, start?: number, end?: number) => string;
export const functionToString = uncurry(Function.prototype.toString) as (self: unknown) => string;

const regexpExec = uncurry(RegExp.prototype.exec) as (self: RegExp, text: string) => RegExpExecArray | null;
const OriginalRegExp = RegExp;
const regexpSource = uncurryGetter(RegExp.prototype, 'source');
const regexpFlags = uncurryGetter(RegExp.prototype, 'flags');

// The judge's realm has no DOM, and therefore no `DOMException`.
const domExceptionGetters =
	typeof DOMException === 'undefined'
		? undefined
		: {
				name: uncurryGetter(DOMException.prototype, 'name'),
				message: uncurryGetter(DOMException.prototype, 'message')
			};

/** Reads the name or message of a `DOMException`, whose properties are getters; returns undefined for any other value. */
export function readDomException(value: unknown, key: 'name' | 'message'): unknown {
	try {
		return domExceptionGetters?.[key](value);
	} catch {
		return undefined;
	}
}

const dateGetTime = uncurry(Date.prototype.getTime) as (self: unknown) => number;
const numberValueOf = uncurry(Number.prototype.valueOf) as (self: unknown) => unknown;
const stringValueOf = uncurry(String.prototype.valueOf) as (self: unknown) => unknown;
const booleanValueOf = uncurry(Boolean.prototype.valueOf) as (self: unknown) => unknown;

export const mapSize = uncurryGetter(Map.prototype, 'size');
export const mapHas = uncurry(Map.prototype.has) as (self: unknown, key: unknown) => boolean;
export const mapGet = uncurry(Map.prototype.get) as (self: unknown, key: unknown) => unknown;
export const mapForEach = uncurry(Map.prototype.forEach) as (
	self: unknown,
	callback: (value: unknown, key: unknown) => void
) => void;
export const setSize = uncurryGetter(Set.prototype, 'size');
export const setHas = uncurry(Set.prototype.has) as (self: unknown, value: unknown) => boolean;
export const setForEach = uncurry(Set.prototype.forEach) as (self: unknown, callback: (value: unknown) => void) => void;

const weakMapGet = uncurry(WeakMap.prototype.get) as (self: object, key: object) => unknown;
const weakMapSet = uncurry(WeakMap.prototype.set) as (self: object, key: object, value: unknown) => unknown;
const weakMapHas = uncurry(WeakMap.prototype.has) as (self: object, key: object) => boolean;

const bufferByteLength = uncurryGetter(ArrayBuffer.prototype, 'byteLength');
const viewByteLength = uncurryGetter(DataView.prototype, 'byteLength');
export const readByteAt = uncurry(DataView.prototype.getUint8) as (self: DataView, index: number) => number;

/** Does what `instanceof` does, but ignores a class's own `Symbol.hasInstance`. */
const ordinaryHasInstance = uncurry(Function.prototype[Symbol.hasInstance]) as (
	self: unknown,
	value: unknown
) => boolean;

export const OBJECT_PROTOTYPE = Object.prototype;

export function isInstance(value: unknown, of: unknown): boolean {
	return typeof of === 'function' && ordinaryHasInstance(of, value);
}

function createInternalSlotTest(readSlot: (value: unknown) => unknown): (value: unknown) => boolean {
	return (value) => {
		if (typeof value !== 'object' || value === null) return false;
		try {
			readSlot(value);
			return true;
		} catch {
			return false;
		}
	};
}

/** The tests below read internal slots, so that an object with a forged `Symbol.toStringTag` is not taken for a Date. */
export const isDate = createInternalSlotTest(dateGetTime);
export const isMap = createInternalSlotTest(mapSize);
export const isSet = createInternalSlotTest(setSize);
export const isArrayBuffer = createInternalSlotTest(bufferByteLength);
export const isDataView = createInternalSlotTest(viewByteLength);
export const isRegExp = createInternalSlotTest((value) => {
	// `RegExp.prototype` has working getters like a regular expression, but is none.
	if (value === RegExp.prototype) throw new OriginalTypeError('not a regular expression');
	regexpSource(value);
});

export function timeOfDate(date: unknown): number {
	return dateGetTime(date);
}

export function unboxPrimitive(value: object): { primitive: unknown } | undefined {
	const tag = objectTagOf(value);
	try {
		if (tag === '[object Number]') return { primitive: numberValueOf(value) };
		if (tag === '[object String]') return { primitive: stringValueOf(value) };
		if (tag === '[object Boolean]') return { primitive: booleanValueOf(value) };
	} catch {
		// The object forged its tag and holds no primitive.
	}
	return undefined;
}

export function textOfRegExp(value: unknown): string {
	return `/${String(regexpSource(value))}/${String(regexpFlags(value))}`;
}

export function matchesRegExp(expression: RegExp, text: string): boolean {
	return regexpExec(expression, text) !== null;
}

export function copyRegExp(expression: RegExp): RegExp {
	return new OriginalRegExp(expression);
}

export function appendTamperProof<Item>(list: Item[], item: Item): void {
	defineProperty(list, list.length, {
		__proto__: null,
		value: item,
		writable: true,
		enumerable: true,
		configurable: true
	} as PropertyDescriptor);
}

/** A WeakMap that works even after a program has replaced the methods of `WeakMap.prototype`. */
export class TamperProofWeakMap<Key extends object, Value> {
	readonly #map = new WeakMap<Key, Value>();

	has(key: unknown): key is Key {
		return isObject(key) && weakMapHas(this.#map, key);
	}

	get(key: unknown): Value | undefined {
		return isObject(key) ? (weakMapGet(this.#map, key) as Value | undefined) : undefined;
	}

	set(key: Key, value: Value): void {
		weakMapSet(this.#map, key, value);
	}
}

export function isObject(value: unknown): value is object {
	return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
