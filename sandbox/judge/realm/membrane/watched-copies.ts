/** The comparison runs before every message and therefore allocates nothing. */
import { contentOfObject, integrityLevelOf, isArrayHole, type ValueCodec } from './object-contents.ts';
import type { CopiedObjectKind } from './object-contents.ts';
import type { ObjectContent } from './message.ts';

interface WatchedCopy {
	id: string;
	value: WeakRef<object>;
	kind: CopiedObjectKind;
	content: ObjectContent;
	/** What a module exported when `content` was taken, in the order of its names; empty for other copies. */
	exportedValues: unknown[];
}

const { ownKeys, get } = Reflect;
const { is } = Object;
const FROZEN_INTEGRITY_LEVEL = 3;
const FIRST_PROPERTY_INDEX = 3;

export class WatchedCopies {
	readonly #copyById = new Map<string, WatchedCopy>();
	readonly #valueCodec: ValueCodec;
	readonly #idOf: (value: object) => string | undefined;

	constructor(valueCodec: ValueCodec, idOf: (value: object) => string | undefined) {
		this.#valueCodec = valueCodec;
		this.#idOf = idOf;
	}

	mayHaveKind(id: string, kind: string): boolean {
		const copy = this.#copyById.get(id);
		return copy === undefined || copy.kind === kind;
	}

	has(id: string): boolean {
		return this.#copyById.has(id);
	}

	watchCopy(id: string, value: object, kind: CopiedObjectKind, content: ObjectContent): void {
		if (content[1] === FROZEN_INTEGRITY_LEVEL && (kind === 'object' || kind === 'array')) return;
		const exportedValues = kind === 'module' ? exportedValuesOf(value, content) : [];
		this.#copyById.set(id, { id, value: new WeakRef(value), kind, content, exportedValues });
	}

	unwatchCopy(id: string): void {
		this.#copyById.delete(id);
	}

	get isEmpty(): boolean {
		return this.#copyById.size === 0;
	}

	takeUnsentChanges(): [id: string, content: ObjectContent][] | undefined {
		let changedContents: [string, ObjectContent][] | undefined;
		for (const copy of this.#copyById.values()) {
			const value = copy.value.deref();
			if (value === undefined || this.#isUnchanged(value, copy)) continue;
			const content = contentOfObject(value, copy.kind, this.#valueCodec);
			if (isSameContent(content, copy.content)) continue;
			copy.content = content;
			if (copy.kind === 'module') copy.exportedValues = exportedValuesOf(value, content);
			changedContents ??= [];
			changedContents[changedContents.length] = [copy.id, content];
		}
		return changedContents;
	}

	/** May return false for an unchanged copy, but never true for a changed copy. */
	#isUnchanged(value: object, { kind, content, exportedValues }: WatchedCopy): boolean {
		switch (kind) {
			case 'object':
				return content[1] === integrityLevelOf(value) && this.#hasSameProperties(value, content);
			case 'module':
				return exportsSameValues(value, content, exportedValues);
			case 'array':
				return content[0] === 'array' && this.#isSameArray(value as unknown[], content);
			case 'view':
				// The view's buffer is compared as an object of its own.
				return true;
			case 'buffer':
				return isSameBuffer(value as ArrayBuffer, content);
			default:
				return false;
		}
	}

	#hasSameProperties(value: object, content: ObjectContent): boolean {
		const names = ownKeys(value);
		if (names.length * 2 + FIRST_PROPERTY_INDEX !== content.length) return false;
		for (let index = 0; index < names.length; index++) {
			if (content[FIRST_PROPERTY_INDEX + 2 * index] !== names[index]) return false;
		}
		for (let index = FIRST_PROPERTY_INDEX; index < content.length; index += 2) {
			const name = content[index];
			if (typeof name !== 'string' || !this.#isEncodedAs(content[index + 1], get(value, name))) return false;
		}
		return true;
	}

	#isSameArray(list: unknown[], content: ObjectContent): boolean {
		const { length } = list;
		if (length + 2 !== content.length || content[1] !== integrityLevelOf(list)) return false;
		for (let index = 0; index < length; index++) {
			if (!this.#isEncodedAs(content[index + 2], list[index])) return false;
		}
		return ownKeys(list).length === length + 1;
	}

	#isEncodedAs(word: unknown, value: unknown): boolean {
		switch (typeof value) {
			case 'number':
				return is(word, value);
			case 'string':
			case 'boolean':
				return word === value;
			case 'undefined':
				return Array.isArray(word) && word[0] === 'u';
			case 'object':
			case 'function': {
				if (value === null) return word === null;
				if (!Array.isArray(word) || word[0] !== 'ref') return false;
				return this.#idOf(value) === word[1];
			}
			default:
				return false;
		}
	}
}

function exportedValuesOf(module: object, content: ObjectContent): unknown[] {
	const values: unknown[] = [];
	for (let index = 1; index < content.length; index += 2) values.push(get(module, String(content[index])));
	return values;
}

/** Compares only values, because a module never gets another export. */
function exportsSameValues(module: object, content: ObjectContent, values: readonly unknown[]): boolean {
	for (let index = 0; index < values.length; index++) {
		const name = content[1 + 2 * index] as string;
		if (!is(get(module, name), values[index])) return false;
	}
	return true;
}

function isSameBuffer(buffer: ArrayBuffer, content: ObjectContent): boolean {
	const bytes = new Uint8Array(buffer);
	for (let index = 0; index < bytes.length; index++) if (bytes[index] !== content[index + 1]) return false;
	return bytes.length + 1 === content.length;
}

function isSameContent(one: ObjectContent, other: ObjectContent): boolean {
	if (one.length !== other.length) return false;
	for (let index = 0; index < one.length; index++) {
		const [mine, theirs] = [one[index], other[index]];
		if (is(mine, theirs)) continue;
		if (!Array.isArray(mine) || !Array.isArray(theirs) || mine[0] !== theirs[0] || mine[1] !== theirs[1]) return false;
		if (isArrayHole(mine) !== isArrayHole(theirs)) return false;
	}
	return true;
}
