/** Objects that both realms know: their ids, pending changes and received content. */
import { contentOfObject, type ValueCodec } from './contents.ts';
import { createEmptyCopy, fillCopy } from './copies.ts';
import { isCopiedKind, objectKindOf, type ObjectKind } from './kinds.ts';
import {
	MalformedMessageError,
	type ObjectContent,
	type ObjectEnvelope,
	type RealmLetter,
	type ObjectChanges,
	type EncodedValue
} from './message.ts';
import { createBuiltInNames, type BuiltInNames } from './names.ts';
import { ObjectIds } from './tables.ts';
import { WatchedCopies } from './watched.ts';
import { decodeValue, encodeValue, SymbolTable, type ReferenceCodec } from './encode-value.ts';

export interface SharedObjectOptions {
	letter: RealmLetter;
	/** Returns whether an object is a proxy that the program made. */
	isOpaque(value: object): boolean;
	/** Called whenever a reference to `value` is sent. */
	onRefer?(value: object): void;
	makeStandIn(content: ObjectContent): object;
	watchPromise(id: string, promise: Promise<unknown>): void;
	fetchObject(id: string): void;
}

export class SharedObjectTable {
	readonly names: BuiltInNames;
	readonly #around: SharedObjectOptions;
	readonly #tables: ObjectIds;
	readonly #watched: WatchedCopies;
	readonly #sharing: ReferenceCodec;
	readonly #wording: ValueCodec;
	#untold: { id: string; value: object; kind: ObjectKind }[] = [];
	/** Copies that were received, kept alive until the next message so that their changes can be sent. */
	#held: object[] = [];

	constructor(around: SharedObjectOptions) {
		this.#around = around;
		this.names = createBuiltInNames(around.letter);
		this.#tables = new ObjectIds(around.letter);
		this.#sharing = {
			referenceTo: (value) => this.refer(value),
			find: (tag, text) => this.#resolveReference(tag, text),
			symbols: new SymbolTable(around.letter)
		};
		this.#wording = { encode: (value) => this.encode(value), decode: (word) => this.decode(word) };
		this.#watched = new WatchedCopies(this.#wording, (value) => this.#tables.idOf(value));
	}

	encode(value: unknown): EncodedValue {
		return encodeValue(value, this.#sharing);
	}

	decode(word: unknown): unknown {
		return decodeValue(word, this.#sharing);
	}

	ownObjectOf(id: string): object | undefined {
		return this.#tables.hasOwnObject(id) ? this.#tables.ownObjectOf(id) : undefined;
	}

	isShared(value: object): boolean {
		return this.#tables.idOf(value) !== undefined;
	}

	isSharedByThisRealm(value: object): boolean {
		const id = this.#tables.idOf(value);
		return id !== undefined && this.#tables.isOwnId(id);
	}

	refer(value: object, as?: ObjectKind): EncodedValue {
		this.#around.onRefer?.(value);
		const knownId = this.#tables.idOf(value);
		if (knownId !== undefined) return ['ref', knownId];
		const name = this.names.nameOf(value);
		if (name !== undefined) return ['name', name];
		const id = this.#tables.shareObject(value);
		this.#untold[this.#untold.length] = { id, value, kind: as ?? objectKindOf(value, this.#around.isOpaque) };
		return ['ref', id];
	}

	/** Returns the objects that are new or changed since the last message; undefined when there are none. */
	takeChanges(): ObjectChanges | undefined {
		const createdObjects: ObjectChanges['made'] = [];
		if (this.#untold.length > 0) this.#addUntoldContents(createdObjects);
		const changedContents = this.#watched.takeChanges();
		if (this.#untold.length > 0) this.#addUntoldContents(createdObjects);
		return createdObjects.length === 0 && changedContents === undefined
			? undefined
			: { made: createdObjects, changed: changedContents ?? [] };
	}

	/** Returns ids of objects that this realm no longer holds, to be sent with the next message. */
	takeReleasedIds(): string[] {
		if (this.#held.length > 0) this.#held = [];
		const ids = this.#tables.takeCollectedIds();
		for (let index = 0; index < ids.length; index++) this.#watched.unwatchCopy(ids[index] as string);
		return ids;
	}

	applyEnvelope({ made: createdObjects, changed }: ObjectEnvelope): void {
		const values = this.#createEmptyObjects(createdObjects);
		createdObjects.forEach(([id, content], index) => this.#fillObject(id, values[index] as object, content));
		for (const [id, content] of changed) {
			const value = this.#tables.isOwnId(id) ? this.ownObjectOf(id) : this.#tables.foreignObjectOf(id);
			const kind = kindIn(content);
			if (value === undefined || (kind !== 'module' && !this.#watched.has(id))) continue;
			if (!this.#watched.mayHaveKind(id, kind)) throw new MalformedMessageError('what is copied stays what it is');
			this.#fillObject(id, value, content);
		}
		this.#held = this.#held.concat(values);
	}

	/** Forgets the released ids of a message. Call it after decoding the message, which may refer to them for the last time. */
	releaseIds({ released }: ObjectEnvelope): void {
		for (const id of released) {
			if (!this.#tables.isOwnId(id)) throw new MalformedMessageError(`${id} is not theirs to give back`);
			this.#tables.releaseOwnObject(id);
			this.#watched.unwatchCopy(id);
		}
	}

	queueAgain(value: unknown): void {
		const id =
			typeof value === 'object' || typeof value === 'function' ? this.#tables.idOf(value as object) : undefined;
		if (id === undefined || !this.#tables.isOwnId(id)) throw new MalformedMessageError('nothing to fetch');
		this.#untold.push({ id, value: value as object, kind: objectKindOf(value as object, this.#around.isOpaque) });
	}

	#addUntoldContents(createdObjects: ObjectChanges['made']): void {
		for (let next = this.#untold.shift(); next !== undefined; next = this.#untold.shift()) {
			const { id, value, kind } = next;
			createdObjects[createdObjects.length] = [id, this.#encodeContent(id, value, kind)];
		}
	}

	#encodeContent(id: string, value: object, kind: ObjectKind): ObjectContent {
		if (isCopiedKind(kind)) {
			const content = contentOfObject(value, kind, this.#wording);
			this.#watched.watchCopy(id, value, kind, content);
			return content;
		}
		if (kind === 'promise') this.#around.watchPromise(id, value as Promise<unknown>);
		if (kind === 'function') return [kind, Function.prototype.toString.call(value).startsWith('class')];
		return [kind];
	}

	#resolveReference(tag: string, text: string): unknown {
		if (tag === 'name') {
			const builtIn = this.names.builtInOf(text);
			if (builtIn === undefined) throw new MalformedMessageError(`no built-in ${text}`);
			return builtIn;
		}
		if (tag !== 'ref') throw new MalformedMessageError(`not a word: ${tag}`);
		if (this.#tables.isOwnId(text)) return this.#tables.ownObjectOf(text);
		const knownObject = this.#tables.foreignObjectOf(text);
		if (knownObject !== undefined) return knownObject;
		// The object was garbage-collected in this realm before the other realm knew, so its content is requested again.
		this.#around.fetchObject(text);
		const fetchedObject = this.#tables.foreignObjectOf(text);
		if (fetchedObject === undefined) throw new MalformedMessageError(`nothing is known as ${text}`);
		return fetchedObject;
	}

	/** Creates all objects empty, because their contents may refer to one another; views come after their buffers. */
	#createEmptyObjects(createdObjects: ObjectEnvelope['made']): object[] {
		const values: object[] = [];
		for (const isView of [false, true]) {
			createdObjects.forEach(([id, content], index) => {
				if ((content[0] === 'view') !== isView) return;
				const value = createEmptyCopy(content, this.#wording) ?? this.#around.makeStandIn(content);
				values[index] = value;
				this.#tables.addForeignObject(id, value);
			});
		}
		return values;
	}

	#fillObject(id: string, value: object, content: ObjectContent): void {
		fillCopy(value, content, this.#wording);
		const kind = kindIn(content);
		// Modules are not watched, because only the module itself can change its exports.
		if (isCopiedKind(kind) && kind !== 'module') this.#watched.watchCopy(id, value, kind, content);
	}
}

function kindIn([name]: ObjectContent): ObjectKind {
	return name === 'sparse' ? 'array' : (name as ObjectKind);
}
