/** Objects known to both realms: their ids, pending changes and received content. */
import { contentOf, emptyCopy, fill, type Wording } from './copies.ts';
import { isCopied, kindOf, type Kind } from './kinds.ts';
import { Broken, type Content, type Envelope, type Letter, type ObjectChanges, type Word } from './message.ts';
import { createNames, type Names } from './names.ts';
import { Tables } from './tables.ts';
import { Watched } from './watched.ts';
import { decode, encode, SymbolTable, type Sharing } from './encode-value.ts';

export interface Surroundings {
	letter: Letter;
	/** Returns whether an object is a proxy of the program. */
	isOpaque(value: object): boolean;
	/** Called when a reference to this object is sent, possibly again. */
	onRefer?(value: object): void;
	stand(content: Content): object;
	watch(id: string, promise: Promise<unknown>): void;
	fetch(id: string): void;
}

export class Shared {
	readonly names: Names;
	readonly #around: Surroundings;
	readonly #tables: Tables;
	readonly #watched: Watched;
	readonly #sharing: Sharing;
	readonly #wording: Wording;
	#untold: { id: string; value: object; kind: Kind }[] = [];
	/** Received copies, kept alive until the next message so that their changes can be sent. */
	#held: object[] = [];

	constructor(around: Surroundings) {
		this.#around = around;
		this.names = createNames(around.letter);
		this.#tables = new Tables(around.letter);
		this.#sharing = {
			refer: (value) => this.refer(value),
			find: (tag, text) => this.#find(tag, text),
			symbols: new SymbolTable(around.letter)
		};
		this.#wording = { encode: (value) => this.encode(value), decode: (word) => this.decode(word) };
		this.#watched = new Watched(this.#wording, (value) => this.#tables.idOf(value));
	}

	encode(value: unknown): Word {
		return encode(value, this.#sharing);
	}

	decode(word: unknown): unknown {
		return decode(word, this.#sharing);
	}

	mine(id: string): object | undefined {
		return this.#tables.has(id) ? this.#tables.mine(id) : undefined;
	}

	isShared(value: object): boolean {
		return this.#tables.idOf(value) !== undefined;
	}

	isSharedByThis(value: object): boolean {
		const id = this.#tables.idOf(value);
		return id !== undefined && this.#tables.isMine(id);
	}

	refer(value: object, as?: Kind): Word {
		this.#around.onRefer?.(value);
		const known = this.#tables.idOf(value);
		if (known !== undefined) return ['ref', known];
		const name = this.names.nameOf(value);
		if (name !== undefined) return ['name', name];
		const id = this.#tables.share(value);
		this.#untold[this.#untold.length] = { id, value, kind: as ?? kindOf(value, this.#around.isOpaque) };
		return ['ref', id];
	}

	/** Returns new and changed objects, or undefined when there are none. */
	tell(): ObjectChanges | undefined {
		const made: ObjectChanges['made'] = [];
		if (this.#untold.length > 0) this.#drain(made);
		const changed = this.#watched.changes();
		if (this.#untold.length > 0) this.#drain(made);
		return made.length === 0 && changed === undefined ? undefined : { made, changed: changed ?? [] };
	}

	/** Returns the ids no longer held here, to be sent with the next message. */
	released(): string[] {
		if (this.#held.length > 0) this.#held = [];
		const released = this.#tables.dead();
		for (let index = 0; index < released.length; index++) this.#watched.remove(released[index] as string);
		return released;
	}

	take({ made, changed }: Envelope): void {
		const values = this.#make(made);
		made.forEach(([id, content], index) => this.#fill(id, values[index] as object, content));
		for (const [id, content] of changed) {
			const value = this.#tables.isMine(id) ? this.mine(id) : this.#tables.theirs(id);
			const kind = kindIn(content);
			if (value === undefined || (kind !== 'module' && !this.#watched.has(id))) continue;
			if (!this.#watched.isKind(id, kind)) throw new Broken('what is copied stays what it is');
			this.#fill(id, value, content);
		}
		this.#held = this.#held.concat(values);
	}

	/** Releases ids. Call it after decoding, since the same message may refer to them for the last time. */
	release({ released }: Envelope): void {
		for (const id of released) {
			if (!this.#tables.isMine(id)) throw new Broken(`${id} is not theirs to give back`);
			this.#tables.release(id);
			this.#watched.remove(id);
		}
	}

	retell(value: unknown): void {
		const id =
			typeof value === 'object' || typeof value === 'function' ? this.#tables.idOf(value as object) : undefined;
		if (id === undefined || !this.#tables.isMine(id)) throw new Broken('nothing to fetch');
		this.#untold.push({ id, value: value as object, kind: kindOf(value as object, this.#around.isOpaque) });
	}

	#drain(made: ObjectChanges['made']): void {
		for (let next = this.#untold.shift(); next !== undefined; next = this.#untold.shift()) {
			const { id, value, kind } = next;
			made[made.length] = [id, this.#content(id, value, kind)];
		}
	}

	#content(id: string, value: object, kind: Kind): Content {
		if (isCopied(kind)) {
			const content = contentOf(value, kind, this.#wording);
			this.#watched.add(id, value, kind, content);
			return content;
		}
		if (kind === 'promise') this.#around.watch(id, value as Promise<unknown>);
		if (kind === 'function') return [kind, Function.prototype.toString.call(value).startsWith('class')];
		return [kind];
	}

	#find(tag: string, text: string): unknown {
		if (tag === 'name') {
			const named = this.names.named(text);
			if (named === undefined) throw new Broken(`no built-in ${text}`);
			return named;
		}
		if (tag !== 'ref') throw new Broken(`not a word: ${tag}`);
		if (this.#tables.isMine(text)) return this.#tables.mine(text);
		const found = this.#tables.theirs(text);
		if (found !== undefined) return found;
		// It was collected here, and the other realm does not know yet.
		this.#around.fetch(text);
		const fetched = this.#tables.theirs(text);
		if (fetched === undefined) throw new Broken(`nothing is known as ${text}`);
		return fetched;
	}

	/** Creates empty objects, since they may refer to one another, with views after their buffers. */
	#make(made: Envelope['made']): object[] {
		const values: object[] = [];
		for (const isView of [false, true]) {
			made.forEach(([id, content], index) => {
				if ((content[0] === 'view') !== isView) return;
				const value = emptyCopy(content, this.#wording) ?? this.#around.stand(content);
				values[index] = value;
				this.#tables.keep(id, value);
			});
		}
		return values;
	}

	#fill(id: string, value: object, content: Content): void {
		fill(value, content, this.#wording);
		const kind = kindIn(content);
		// Only the module itself changes its exports.
		if (isCopied(kind) && kind !== 'module') this.#watched.add(id, value, kind, content);
	}
}

function kindIn([name]: Content): Kind {
	return name === 'sparse' ? 'array' : (name as Kind);
}
