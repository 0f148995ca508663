import { contentOfObject, type ValueCodec } from './object-contents.ts';
import { createEmptyCopy, fillCopy } from './copies.ts';
import { isCopiedObjectKind, objectKindOf, type ObjectKind } from './object-contents.ts';
import {
	MalformedMessageError,
	type ObjectContent,
	type MessageObjectLists,
	type RealmLetter,
	type ObjectChanges,
	type EncodedValue
} from './message.ts';
import { createBuiltInNames, type BuiltInNames } from './built-in-names.ts';
import { ObjectIds } from './object-ids.ts';
import { WatchedCopies } from './watched-copies.ts';
import { decodeEncodedValue, encodeValue, SymbolTable, type ReferenceCodec } from './encode-value.ts';

export interface SharedObjectOptions {
	letter: RealmLetter;
	isOpaqueProxy(value: object): boolean;
	onReferenceSent?(value: object): void;
	makeRemoteObject(content: ObjectContent): object;
	watchPromise(id: string, promise: Promise<unknown>): void;
	fetchObject(id: string): void;
}

export class SharedObjectTable {
	readonly builtInNames: BuiltInNames;
	readonly #options: SharedObjectOptions;
	readonly #objectIds: ObjectIds;
	readonly #watchedCopies: WatchedCopies;
	readonly #referenceCodec: ReferenceCodec;
	readonly #valueCodec: ValueCodec;
	#unsentObjects: { id: string; value: object; kind: ObjectKind }[] = [];
	/** Copies that were received, kept alive until the next message so that their changes can be sent. */
	#heldCopies: object[] = [];

	constructor(options: SharedObjectOptions) {
		this.#options = options;
		this.builtInNames = createBuiltInNames(options.letter);
		this.#objectIds = new ObjectIds(options.letter);
		this.#referenceCodec = {
			encodeReferenceTo: (value) => this.encodeReferenceTo(value),
			findReferencedObject: (tag, text) => this.#resolveReference(tag, text),
			symbolTable: new SymbolTable(options.letter)
		};
		this.#valueCodec = { encode: (value) => this.encode(value), decode: (word) => this.decode(word) };
		this.#watchedCopies = new WatchedCopies(this.#valueCodec, (value) => this.#objectIds.idOf(value));
	}

	encode(value: unknown): EncodedValue {
		return encodeValue(value, this.#referenceCodec);
	}

	encodeAll(values: unknown[]): EncodedValue[] {
		const words: EncodedValue[] = [];
		for (let index = 0; index < values.length; index++) words[index] = this.encode(values[index]);
		return words;
	}

	decodeAll(words: unknown[]): unknown[] {
		const values: unknown[] = [];
		for (let index = 0; index < words.length; index++) values[index] = this.decode(words[index]);
		return values;
	}

	idOf(value: object): string | undefined {
		return this.#objectIds.idOf(value);
	}

	decode(word: unknown): unknown {
		return decodeEncodedValue(word, this.#referenceCodec);
	}

	ownObjectOf(id: string): object | undefined {
		return this.#objectIds.hasOwnObject(id) ? this.#objectIds.ownObjectOf(id) : undefined;
	}

	isShared(value: object): boolean {
		return this.#objectIds.idOf(value) !== undefined;
	}

	isSharedByThisRealm(value: object): boolean {
		const id = this.#objectIds.idOf(value);
		return id !== undefined && this.#objectIds.isOwnId(id);
	}

	encodeReferenceTo(value: object, as?: ObjectKind): EncodedValue {
		this.#options.onReferenceSent?.(value);
		const knownId = this.#objectIds.idOf(value);
		if (knownId !== undefined) return ['ref', knownId];
		const name = this.builtInNames.builtInNameOf(value);
		if (name !== undefined) return ['name', name];
		const id = this.#objectIds.shareObject(value);
		this.#unsentObjects[this.#unsentObjects.length] = {
			id,
			value,
			kind: as ?? objectKindOf(value, this.#options.isOpaqueProxy)
		};
		return ['ref', id];
	}

	/** Undefined when nothing is new or changed since the last message. */
	takeUnsentChanges(): ObjectChanges | undefined {
		if (this.#unsentObjects.length === 0 && this.#watchedCopies.isEmpty) return undefined;
		const createdObjects: ObjectChanges['createdContents'] = [];
		if (this.#unsentObjects.length > 0) this.#addUnsentContents(createdObjects);
		const changedContents = this.#watchedCopies.takeUnsentChanges();
		if (this.#unsentObjects.length > 0) this.#addUnsentContents(createdObjects);
		return createdObjects.length === 0 && changedContents === undefined
			? undefined
			: { createdContents: createdObjects, changedContents: changedContents ?? [] };
	}

	takeReleasedIds(): string[] {
		if (this.#heldCopies.length > 0) this.#heldCopies = [];
		const ids = this.#objectIds.takeCollectedIds();
		for (let index = 0; index < ids.length; index++) this.#watchedCopies.unwatchCopy(ids[index] as string);
		return ids;
	}

	applyObjectLists({ createdContents: createdObjects, changedContents }: MessageObjectLists): void {
		const emptyObjects = this.#createEmptyObjects(createdObjects);
		createdObjects.forEach(([id, content], index) => this.#fillObject(id, emptyObjects[index] as object, content));
		for (const [id, content] of changedContents) {
			const value = this.#objectIds.isOwnId(id) ? this.ownObjectOf(id) : this.#objectIds.foreignObjectOf(id);
			const kind = kindOfContent(content);
			if (value === undefined || (kind !== 'module' && !this.#watchedCopies.has(id))) continue;
			if (!this.#watchedCopies.mayHaveKind(id, kind))
				throw new MalformedMessageError('what is copied stays what it is');
			this.#fillObject(id, value, content);
		}
		this.#heldCopies = this.#heldCopies.concat(emptyObjects);
	}

	/** Forgets the released ids of a message. Call it after decoding the message, which may refer to them for the last time. */
	releaseIds({ releasedIds }: MessageObjectLists): void {
		for (const id of releasedIds) {
			if (!this.#objectIds.isOwnId(id)) throw new MalformedMessageError(`${id} is not theirs to give back`);
			this.#objectIds.releaseOwnObject(id);
			this.#watchedCopies.unwatchCopy(id);
		}
	}

	queueContentAgain(value: unknown): void {
		const id =
			typeof value === 'object' || typeof value === 'function' ? this.#objectIds.idOf(value as object) : undefined;
		if (id === undefined || !this.#objectIds.isOwnId(id)) throw new MalformedMessageError('nothing to fetch');
		this.#unsentObjects.push({
			id,
			value: value as object,
			kind: objectKindOf(value as object, this.#options.isOpaqueProxy)
		});
	}

	#addUnsentContents(createdObjects: ObjectChanges['createdContents']): void {
		for (let next = this.#unsentObjects.shift(); next !== undefined; next = this.#unsentObjects.shift()) {
			const { id, value, kind } = next;
			createdObjects[createdObjects.length] = [id, this.#encodeContent(id, value, kind)];
		}
	}

	#encodeContent(id: string, value: object, kind: ObjectKind): ObjectContent {
		if (isCopiedObjectKind(kind)) {
			const content = contentOfObject(value, kind, this.#valueCodec);
			this.#watchedCopies.watchCopy(id, value, kind, content);
			return content;
		}
		if (kind === 'promise') this.#options.watchPromise(id, value as Promise<unknown>);
		if (kind === 'function') return [kind, Function.prototype.toString.call(value).startsWith('class')];
		return [kind];
	}

	#resolveReference(tag: string, text: string): unknown {
		if (tag === 'name') {
			const builtIn = this.builtInNames.builtInOf(text);
			if (builtIn === undefined) throw new MalformedMessageError(`no built-in ${text}`);
			return builtIn;
		}
		if (tag !== 'ref') throw new MalformedMessageError(`not a word: ${tag}`);
		if (this.#objectIds.isOwnId(text)) return this.#objectIds.ownObjectOf(text);
		const knownObject = this.#objectIds.foreignObjectOf(text);
		if (knownObject !== undefined) return knownObject;
		// The object was garbage-collected in this realm before the other realm knew, so its content is requested again.
		this.#options.fetchObject(text);
		const fetchedObject = this.#objectIds.foreignObjectOf(text);
		if (fetchedObject === undefined) throw new MalformedMessageError(`nothing is known as ${text}`);
		return fetchedObject;
	}

	/** Creates all objects empty, because their contents may refer to one another; views come after their buffers. */
	#createEmptyObjects(createdObjects: MessageObjectLists['createdContents']): object[] {
		const emptyObjects: object[] = [];
		for (const isView of [false, true]) {
			createdObjects.forEach(([id, content], index) => {
				if ((content[0] === 'view') !== isView) return;
				const value = createEmptyCopy(content, this.#valueCodec) ?? this.#options.makeRemoteObject(content);
				emptyObjects[index] = value;
				this.#objectIds.addForeignObject(id, value);
			});
		}
		return emptyObjects;
	}

	#fillObject(id: string, value: object, content: ObjectContent): void {
		fillCopy(value, content, this.#valueCodec);
		const kind = kindOfContent(content);
		// Modules are not watched, because only the module itself can change its exports.
		if (isCopiedObjectKind(kind) && kind !== 'module') this.#watchedCopies.watchCopy(id, value, kind, content);
	}
}

function kindOfContent([name]: ObjectContent): ObjectKind {
	return name === 'sparse' ? 'array' : (name as ObjectKind);
}
