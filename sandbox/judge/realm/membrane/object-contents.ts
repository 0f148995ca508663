/** Encodes the content of an object, of which the other realm makes a copy. */
import type { CopiedObjectKind } from './object-kinds.ts';
import type { EncodedValue, ObjectContent } from './message.ts';
import { contentOfModule } from './modules.ts';

export interface ValueCodec {
	encode(value: unknown): EncodedValue;
	decode(word: unknown): unknown;
}

const { ownKeys, getPrototypeOf, getOwnPropertyDescriptor } = Reflect;
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
	// QuickJS throws an InternalError at a stack overflow. It is sent as a RangeError, the class that browsers use and programs
	// expect.
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
