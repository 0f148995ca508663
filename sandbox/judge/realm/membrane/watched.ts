/** Finds changed copies. The comparison runs before every message and therefore allocates nothing. */
import { contentOfObject, integrityLevel, isArrayHole, type ValueCodec } from './contents.ts';
import type { CopiedKind } from './kinds.ts';
import type { ObjectContent } from './message.ts';

interface WatchedCopy {
	value: WeakRef<object>;
	kind: CopiedKind;
	content: ObjectContent;
}

const { ownKeys, get } = Reflect;
const { is } = Object;
const FROZEN_LEVEL = 3;

export class WatchedCopies {
	readonly #copyById = new Map<string, WatchedCopy>();
	readonly #valueCodec: ValueCodec;
	readonly #idOf: (value: object) => string | undefined;

	constructor(valueCodec: ValueCodec, idOf: (value: object) => string | undefined) {
		this.#valueCodec = valueCodec;
		this.#idOf = idOf;
	}

	/** Returns false when this realm watches a copy with this id and another kind. */
	mayHaveKind(id: string, kind: string): boolean {
		const copy = this.#copyById.get(id);
		return copy === undefined || copy.kind === kind;
	}

	has(id: string): boolean {
		return this.#copyById.has(id);
	}

	watchCopy(id: string, value: object, kind: CopiedKind, content: ObjectContent): void {
		if (content[1] === FROZEN_LEVEL && (kind === 'object' || kind === 'array')) return;
		this.#copyById.set(id, { value: new WeakRef(value), kind, content });
	}

	unwatchCopy(id: string): void {
		this.#copyById.delete(id);
	}

	takeChanges(): [id: string, content: ObjectContent][] | undefined {
		if (this.#copyById.size === 0) return undefined;
		let changedContents: [string, ObjectContent][] | undefined;
		for (const [id, copy] of this.#copyById) {
			const value = copy.value.deref();
			if (value === undefined || this.#isUnchanged(value, copy)) continue;
			const content = contentOfObject(value, copy.kind, this.#valueCodec);
			if (isSameContent(content, copy.content)) continue;
			copy.content = content;
			changedContents ??= [];
			changedContents[changedContents.length] = [id, content];
		}
		return changedContents;
	}

	/**
	 * Returns whether a copy is unchanged since it was last sent. It may return false for an unchanged copy, but never true for a
	 * changed one.
	 */
	#isUnchanged(value: object, { kind, content }: WatchedCopy): boolean {
		switch (kind) {
			case 'object':
				return content[1] === integrityLevel(value) && this.#hasSameProperties(value, content, 3);
			case 'module':
				return this.#hasSameProperties(value, content, 1);
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

	#hasSameProperties(value: object, content: ObjectContent, startIndex: number): boolean {
		const names = ownKeys(value);
		const skippedCount = startIndex === 1 ? 1 : 0;
		if ((names.length - skippedCount) * 2 + startIndex !== content.length) return false;
		for (let index = startIndex; index < content.length; index += 2) {
			const name = content[index];
			if (typeof name !== 'string' || names[(index - startIndex) / 2 + skippedCount] !== name) return false;
			if (!this.#isEncodedAs(content[index + 1], get(value, name))) return false;
		}
		return true;
	}

	#isSameArray(list: unknown[], content: ObjectContent): boolean {
		const { length } = list;
		if (length + 2 !== content.length || content[1] !== integrityLevel(list)) return false;
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
