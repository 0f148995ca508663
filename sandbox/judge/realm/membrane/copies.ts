import { isArrayHole, type ValueCodec } from './object-contents.ts';
import { MalformedMessageError, type ObjectContent } from './message.ts';
import { createEmptyModule, fillModule } from './object-contents.ts';

const { ownKeys, setPrototypeOf, defineProperty, deleteProperty } = Reflect;
const { freeze, seal, preventExtensions } = Object;

/** Returns an empty copy, or undefined for an object of a kind that is not copied. A buffer must exist before its views. */
export function createEmptyCopy(content: ObjectContent, { decode }: ValueCodec): object | undefined {
	switch (content[0]) {
		case 'object':
			return content[2] === true ? (Object.create(null) as object) : {};
		case 'array':
		case 'sparse':
			return [];
		case 'map':
			return new Map();
		case 'set':
			return new Set();
		case 'date':
			return new Date(0);
		case 'expression':
			return new RegExp(String(content[1]), String(content[2]));
		case 'buffer':
			return new ArrayBuffer(content.length - 1);
		case 'view':
			return createBufferView(String(content[1]), decode(content[2]), Number(content[3]), Number(content[4]));
		case 'error': {
			const error = new Error('');
			for (const key of ownKeys(error)) deleteProperty(error, key);
			return error;
		}
		case 'module':
			return createEmptyModule(content);
		default:
			return undefined;
	}
}

const BUFFER_VIEW_CLASSES = [
	DataView,
	Int8Array,
	Uint8Array,
	Uint8ClampedArray,
	Int16Array,
	Uint16Array,
	Int32Array,
	Uint32Array,
	Float32Array,
	Float64Array,
	BigInt64Array,
	BigUint64Array
];

function createBufferView(name: string, buffer: unknown, offset: number, length: number): object {
	const ViewClass = BUFFER_VIEW_CLASSES.find((view) => view.name === name);
	if (ViewClass === undefined || !(buffer instanceof ArrayBuffer)) throw new MalformedMessageError('not a view');
	return Reflect.construct(ViewClass, [buffer, offset, length]) as object;
}

export function fillCopy(value: object, content: ObjectContent, { decode }: ValueCodec): void {
	switch (content[0]) {
		case 'object':
			replaceMembers(value, content, 3, decode);
			return applyIntegrityLevel(value, content[1]);
		case 'array': {
			const list = value as unknown[];
			list.length = content.length - 2;
			for (let index = 2; index < content.length; index++) {
				if (isArrayHole(content[index])) deleteProperty(list, String(index - 2));
				else defineMember(list, index - 2, decode(content[index]));
			}
			return applyIntegrityLevel(list, content[1]);
		}
		case 'sparse':
			(value as unknown[]).length = Number(content[2]);
			replaceMembers(value, content, 3, decode, 'length');
			return applyIntegrityLevel(value, content[1]);
		case 'map': {
			const map = value as Map<unknown, unknown>;
			map.clear();
			for (let index = 1; index < content.length; index += 2)
				map.set(decode(content[index]), decode(content[index + 1]));
			return;
		}
		case 'set': {
			const set = value as Set<unknown>;
			set.clear();
			for (let index = 1; index < content.length; index++) set.add(decode(content[index]));
			return;
		}
		case 'date':
			(value as Date).setTime(Number(decode(content[1])));
			return;
		case 'expression':
			(value as RegExp).lastIndex = Number(content[3]);
			return;
		case 'buffer':
			return fillBuffer(value as ArrayBuffer, content);
		case 'error':
			return fillError(value, content, decode);
		case 'module':
			return fillModule(value, content, decode);
	}
}

function fillBuffer(buffer: ArrayBuffer, content: ObjectContent): void {
	const bytes = new Uint8Array(buffer);
	for (let index = 1; index < content.length && index <= bytes.length; index++)
		bytes[index - 1] = Number(content[index]);
}

function fillError(value: object, content: ObjectContent, decode: ValueCodec['decode']): void {
	const prototype = decode(content[1]);
	if (typeof prototype === 'object') setPrototypeOf(value, prototype);
	const remainingKeys = new Set(ownKeys(value));
	for (let index = 2; index + 2 < content.length; index += 3) {
		const key = propertyKeyOf(decode(content[index]));
		remainingKeys.delete(key);
		const member = decode(content[index + 1]);
		const isEnumerable = content[index + 2] === true;
		defineProperty(value, key, { value: member, writable: true, enumerable: isEnumerable, configurable: true });
	}
	remainingKeys.forEach((key) => deleteProperty(value, key));
}

function replaceMembers(
	value: object,
	content: ObjectContent,
	startIndex: number,
	decode: ValueCodec['decode'],
	keptKey?: string
): void {
	const remainingKeys = new Set(ownKeys(value));
	if (keptKey !== undefined) remainingKeys.delete(keptKey);
	for (let index = startIndex; index + 1 < content.length; index += 2) {
		const key = propertyKeyOf(decode(content[index]));
		remainingKeys.delete(key);
		defineMember(value, key, decode(content[index + 1]));
	}
	remainingKeys.forEach((key) => deleteProperty(value, key));
}

/** Defines the property instead of assigning it, since the key may be `__proto__`. */
function defineMember(value: object, key: PropertyKey, member: unknown): void {
	defineProperty(value, key, { value: member, writable: true, enumerable: true, configurable: true });
}

function applyIntegrityLevel(value: object, level: unknown): void {
	if (level === 3) freeze(value);
	else if (level === 2) seal(value);
	else if (level === 1) preventExtensions(value);
}

export function propertyKeyOf(value: unknown): string | symbol {
	if (typeof value === 'string' || typeof value === 'symbol') return value;
	throw new MalformedMessageError('not a key');
}
