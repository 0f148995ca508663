import { type EncodedValue, type ObjectContent, MalformedMessageError } from './message.ts';
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

const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
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

/** Never throws. `isOpaqueProxy`: the object is a proxy that the program made. */
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

type ExportValues = Record<string, unknown>;

const exportsByModule = new WeakMap<object, ExportValues>();

const ES_MODULE_MARK = '__esModule';

/** Returns whether a value is a module as the compiler makes it, with `__esModule` at any place and getters only. */
export function isModuleObject(value: unknown): value is object {
	if (typeof value !== 'object' || value === null || getPrototypeOf(value) !== Object.prototype) return false;
	if (getOwnPropertyDescriptor(value, ES_MODULE_MARK)?.value !== true) return false;
	for (const name of ownKeys(value)) {
		if (name === ES_MODULE_MARK) continue;
		const descriptor = getOwnPropertyDescriptor(value, name);
		if (typeof name !== 'string' || descriptor?.get === undefined || descriptor.enumerable !== true) return false;
	}
	return true;
}

function contentOfModule(value: object, encode: (value: unknown) => unknown): ObjectContent {
	const content: ObjectContent = ['module'];
	for (const name of ownKeys(value)) {
		if (name !== ES_MODULE_MARK) content.push(name, encode(Reflect.get(value, name)));
	}
	return content;
}

export function createEmptyModule(content: ObjectContent): object {
	const exportValues = Object.create(null) as ExportValues;
	const module = defineModuleExports(exportValues, content);
	exportsByModule.set(module, exportValues);
	return module;
}

function defineModuleExports(exportValues: ExportValues, content: ObjectContent): object {
	const module = {};
	defineProperty(module, ES_MODULE_MARK, { value: true });
	for (let index = 1; index + 1 < content.length; index += 2) {
		const name = String(content[index]);
		exportValues[name] = undefined;
		defineProperty(module, name, { get: () => exportValues[name], enumerable: true });
	}
	return module;
}

export function fillModule(module: object, content: ObjectContent, decode: (word: unknown) => unknown): void {
	const exportValues = exportsByModule.get(module);
	if (exportValues === undefined) throw new MalformedMessageError('not a module');
	for (let index = 1; index + 1 < content.length; index += 2) {
		const name = String(content[index]);
		if (name in exportValues) exportValues[name] = decode(content[index + 1]);
	}
}

export interface ValueCodec {
	encode(value: unknown): EncodedValue;
	decode(word: unknown): unknown;
}

const { isFrozen, isSealed, isExtensible } = Object;
const ARRAY_HOLE_MARK: EncodedValue = ['hole'];

export function contentOfObject(value: object, kind: CopiedObjectKind, { encode }: ValueCodec): ObjectContent {
	switch (kind) {
		case 'object':
			return ['object', integrityLevelOf(value), getPrototypeOf(value) === null, ...encodeMembers(value, encode)];
		case 'array':
			return contentOfArray(value as unknown[], encode);
		case 'map': {
			const content: ObjectContent = ['map'];
			(value as Map<unknown, unknown>).forEach((item, key) => content.push(encode(key), encode(item)));
			return content;
		}
		case 'set': {
			const content: ObjectContent = ['set'];
			(value as Set<unknown>).forEach((item) => content.push(encode(item)));
			return content;
		}
		case 'date':
			return ['date', encode((value as Date).getTime())];
		case 'expression': {
			const { source, flags, lastIndex } = value as RegExp;
			return ['expression', source, flags, lastIndex];
		}
		case 'buffer':
			return ['buffer', ...new Uint8Array(value as ArrayBuffer)];
		case 'view': {
			const view = value as Uint8Array;
			const name = (getPrototypeOf(view) as { constructor: { name: string } }).constructor.name;
			return ['view', name, encode(view.buffer), view.byteOffset, view.length ?? view.byteLength];
		}
		case 'error':
			return contentOfError(value as Error, encode);
		case 'module':
			return contentOfModule(value, encode);
	}
}

function contentOfArray(value: unknown[], encode: ValueCodec['encode']): ObjectContent {
	const itemCount = ownKeys(value).length - 1;
	if (itemCount !== value.length) {
		const pairs = encodeMembers(value, encode, 'length');
		if (itemCount < value.length / 2 || itemCount > value.length)
			return ['sparse', integrityLevelOf(value), value.length, ...pairs];
	}
	const content: ObjectContent = ['array', integrityLevelOf(value)];
	for (let index = 0; index < value.length; index++) {
		content.push(index in value ? encode(value[index]) : ARRAY_HOLE_MARK);
	}
	return content;
}

function contentOfError(value: Error, encode: ValueCodec['encode']): ObjectContent {
	// QuickJS's InternalError at a stack overflow is sent as a RangeError, which browsers use and programs expect.
	const isOverflow = value.name === 'InternalError' && value.message === 'stack overflow';
	const prototype = isOverflow ? RangeError.prototype : getPrototypeOf(value);
	const content: ObjectContent = ['error', encode(prototype)];
	for (const key of ownKeys(value)) {
		const descriptor = getOwnPropertyDescriptor(value, key);
		const member: unknown =
			isOverflow && key === 'message' ? 'Maximum call stack size exceeded' : Reflect.get(value, key);
		content.push(encode(key), encode(member), descriptor?.enumerable === true);
	}
	return content;
}

function encodeMembers(value: object, encode: ValueCodec['encode'], skippedKey?: string): EncodedValue[] {
	const encodedMembers: EncodedValue[] = [];
	for (const key of ownKeys(value)) {
		if (key !== skippedKey) encodedMembers.push(encode(key), encode(Reflect.get(value, key)));
	}
	return encodedMembers;
}

export function integrityLevelOf(value: object): number {
	if (isExtensible(value)) return 0;
	return isFrozen(value) ? 3 : isSealed(value) ? 2 : 1;
}

export function isArrayHole(word: unknown): boolean {
	return Array.isArray(word) && word[0] === 'hole';
}
