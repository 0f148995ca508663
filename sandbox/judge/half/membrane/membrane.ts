/**
 * One side of the membrane between the two halves of a judgement. It sends and receives text; no object of the other half is ever
 * in this one. The checks' side takes nothing it is sent for granted.
 */
import { contentOf, emptyCopy, fill, type Wording } from './copies.ts';
import { isCopied, kindOf, type Copied, type Kind } from './kinds.ts';
import {
	Broken,
	readAnswer,
	readQuestion,
	type AnswerKind,
	type Content,
	type Envelope,
	type Letter,
	type Operation,
	type Word
} from './message.ts';
import { createNames, type Names } from './names.ts';
import { perform } from './operations.ts';
import { Promises } from './promises.ts';
import { createRemote, type Asking } from './remote.ts';
import { Tables } from './tables.ts';
import { decode, encode, SymbolTable, type Sharing } from './words.ts';

export interface Options {
	letter: Letter;
	/** Asks the other half; a text is its answer. */
	send(text: string): string;
	/** A module of this half, by its path. */
	load(path: string): unknown;
	/** Objects that are more than they show. */
	isOpaque(value: object): boolean;
	/** Called before the other half is asked; what it asks comes first. */
	beforeAsking?(): void;
	/** The other half is told of this object, perhaps again. */
	onRefer?(value: object): void;
	/** This came out of an object of this half that the other one asked: a function, or a promise. */
	onThrown?(error: unknown, outOf: unknown): void;
}

interface Copy {
	value: WeakRef<object>;
	kind: Copied;
	/** What the other half knows of it. */
	text: string;
}

const KEPT = 64;
const FROZEN = 3;

export class Membrane {
	readonly #options: Options;
	readonly #tables: Tables;
	readonly #names: Names;
	readonly #sharing: Sharing;
	readonly #wording: Wording;
	readonly #asking: Asking;
	readonly #promises: Promises;
	readonly #copies = new Map<string, Copy>();
	/** Shared, and not yet told. */
	#untold: { id: string; value: object; kind: Kind }[] = [];
	/** Copies that came since the last message left: what happens to them has to be told. */
	#held: object[] = [];
	/** Functions that were asked for lately are likely to be asked for again. */
	readonly #kept: object[] = [];
	#keeping = 0;
	#thrown: unknown;

	constructor(options: Options) {
		this.#options = options;
		this.#tables = new Tables(options.letter);
		this.#names = createNames(options.letter);
		this.#sharing = {
			refer: (value) => this.#refer(value),
			find: (tag, text) => this.#find(tag, text),
			symbols: new SymbolTable(options.letter)
		};
		this.#wording = {
			encode: (value) => encode(value, this.#sharing),
			decode: (word) => decode(word, this.#sharing)
		};
		this.#asking = {
			ask: (operation, values) => this.#ask(operation, values),
			get: (target, key, receiver) => this.#get(target, key, receiver)
		};
		this.#promises = new Promises((id, isFulfilled, value) => {
			if (!this.#tables.has(id)) return;
			const promise = this.#tables.mine(id);
			if (!isFulfilled) options.onThrown?.(value, promise);
			this.#ask('settle', [promise, isFulfilled, value]);
		});
	}

	load(path: string): unknown {
		return this.#ask('load', [path]);
	}

	/** Whether this came out of the other half, and lately. */
	hasThrown(error: unknown): boolean {
		return error !== undefined && this.#thrown === error;
	}

	/** Tells what changed, when nothing is asked. */
	flush(): void {
		if (this.#copies.size > 0) this.#ask('sync', []);
	}

	receive(text: string): string {
		const { said, told } = this.#answer(text);
		// Only now, when nothing here holds what came with the question: what is dead is given back at once.
		return this.#text(said, told);
	}

	#answer(text: string): { said: { kind: AnswerKind; word: Word }; told: Omit<Envelope, 'released'> } {
		const question = readQuestion(text);
		this.#take(question);
		const values = question.words.map((word) => decode(word, this.#sharing));
		this.#permit(question.operation, values);
		this.#release(question);
		const { kind, result } = this.#performed(question.operation, values);
		const isModule = question.operation === 'load' && kind === 'value';
		const word = isModule ? this.#refer(result as object, 'instance') : encode(result, this.#sharing);
		return { said: { kind, word }, told: this.#tell() };
	}

	/**
	 * Only what was shared can be asked about or changed. A built-in can be named as a value, but whoever could define something on
	 * `Array.prototype` here would decide what the checks find.
	 */
	#permit(operation: Operation, [target, , third, fourth]: unknown[]): void {
		if (operation === 'sync' || operation === 'load' || operation === 'settle') return;
		if (!this.#isShared(target, true)) throw new Broken('not shared');
		if (operation === 'get' && !this.#isShared(third)) throw new Broken('not a receiver');
		if (operation === 'set' && !this.#isShared(fourth)) throw new Broken('not a receiver');
		// One of this half's might hold a built-in function, and a getter would call it.
		if (operation === 'define' && this.#isShared(third, true)) throw new Broken('not a descriptor');
	}

	#isShared(value: unknown, mine = false): boolean {
		if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return !mine;
		const id = this.#tables.idOf(value);
		return id !== undefined && (!mine || this.#tables.isMine(id));
	}

	#performed(operation: Operation, values: unknown[]): { kind: AnswerKind; result: unknown } {
		try {
			const result = perform(operation, values, {
				load: this.#options.load,
				settle: (promise, isFulfilled, value) => this.#promises.settle(promise, isFulfilled, value)
			});
			if (operation === 'fetch') this.#retell(result);
			const lender = operation === 'get' ? this.#names.lender(result, values[1] as PropertyKey) : undefined;
			return lender === undefined ? { kind: 'value', result } : { kind: 'inherited', result: lender };
		} catch (error) {
			this.#options.onThrown?.(error, values[0]);
			return { kind: 'thrown', result: error };
		}
	}

	#ask(operation: Operation, values: unknown[]): unknown {
		const { kind, value } = this.#exchange(operation, values);
		if (kind === 'thrown') this.#throw(value);
		return value;
	}

	#get(target: object, key: PropertyKey, receiver: unknown): unknown {
		const { kind, value } = this.#exchange('get', [target, key, receiver]);
		if (kind === 'thrown') this.#throw(value);
		if (kind === 'value') {
			if (typeof value === 'function') this.#keep(value);
			return value;
		}
		const lent = this.#names.lent(String(value), key);
		if (lent === undefined) throw new Broken('not a built-in prototype');
		return lent.value;
	}

	#throw(value: unknown): never {
		this.#thrown = value;
		throw value;
	}

	#keep(value: object): void {
		this.#kept[this.#keeping] = value;
		this.#keeping = (this.#keeping + 1) % KEPT;
	}

	#exchange(operation: Operation, values: unknown[]): { kind: string; value: unknown } {
		this.#options.beforeAsking?.();
		const words = values.map((value) => encode(value, this.#sharing));
		const answer = readAnswer(this.#options.send(this.#text({ operation, words }, this.#tell())));
		this.#take(answer);
		const value = decode(answer.word, this.#sharing);
		this.#release(answer);
		return { kind: answer.kind, value };
	}

	#text(said: object, told: Omit<Envelope, 'released'>): string {
		this.#held = [];
		const released = this.#tables.dead();
		for (const id of released) this.#copies.delete(id);
		return JSON.stringify({ ...said, ...told, released });
	}

	/** What is new, and what changed. */
	#tell(): Omit<Envelope, 'released'> {
		const made: [string, Content][] = [];
		const changed: [string, Content][] = [];
		this.#drain(made);
		for (const [id, copy] of this.#copies) {
			const value = copy.value.deref();
			if (value === undefined) continue;
			const content = contentOf(value, copy.kind, this.#wording);
			const text = JSON.stringify(content);
			if (text === copy.text) continue;
			copy.text = text;
			changed.push([id, content]);
		}
		this.#drain(made);
		return { made, changed };
	}

	#drain(made: [string, Content][]): void {
		for (let next = this.#untold.shift(); next !== undefined; next = this.#untold.shift()) {
			const { id, value, kind } = next;
			made.push([id, this.#content(id, value, kind)]);
		}
	}

	#content(id: string, value: object, kind: Kind): Content {
		if (isCopied(kind)) {
			const content = contentOf(value, kind, this.#wording);
			this.#watch(id, value, kind, content);
			return content;
		}
		if (kind === 'promise') this.#promises.watch(id, value as Promise<unknown>);
		if (kind === 'function') return [kind, Function.prototype.toString.call(value).startsWith('class')];
		return [kind];
	}

	#watch(id: string, value: object, kind: Copied, content: Content): void {
		const isFrozen = content[1] === FROZEN && (kind === 'object' || kind === 'array');
		if (isFrozen) return;
		this.#copies.set(id, { value: new WeakRef(value), kind, text: JSON.stringify(content) });
	}

	#refer(value: object, as?: Kind): Word {
		this.#options.onRefer?.(value);
		const known = this.#tables.idOf(value);
		if (known !== undefined) return ['ref', known];
		const name = this.#names.nameOf(value);
		if (name !== undefined) return ['name', name];
		const id = this.#tables.share(value);
		this.#untold.push({ id, value, kind: as ?? kindOf(value, this.#options.isOpaque) });
		return ['ref', id];
	}

	#find(tag: string, text: string): unknown {
		if (tag === 'name') {
			const named = this.#names.named(text);
			if (named === undefined) throw new Broken(`no built-in ${text}`);
			return named;
		}
		if (tag !== 'ref') throw new Broken(`not a word: ${tag}`);
		if (this.#tables.isMine(text)) return this.#tables.mine(text);
		const found = this.#tables.theirs(text);
		if (found !== undefined) return found;
		// It was let go of here, and the other half does not know yet.
		const answer = readAnswer(this.#options.send(this.#fetching(text)));
		this.#take(answer);
		this.#release(answer);
		const fetched = this.#tables.theirs(text);
		if (fetched === undefined) throw new Broken(`nothing is known as ${text}`);
		return fetched;
	}

	/** In the middle of reading: what has just come is not held by anything yet, and nothing is given back. */
	#fetching(id: string): string {
		return JSON.stringify({ operation: 'fetch', words: [['ref', id]], ...this.#tell(), released: [] });
	}

	#take({ made, changed }: Envelope): void {
		const values = this.#make(made);
		made.forEach(([id, content], index) => this.#fill(id, values[index] as object, content));
		for (const [id, content] of changed) {
			const value = this.#tables.isMine(id) ? this.#tables.mine(id) : this.#tables.theirs(id);
			const copy = this.#copies.get(id);
			if (copy !== undefined && copy.kind !== kindIn(content)) throw new Broken('what is copied stays what it is');
			if (value !== undefined && copy !== undefined) this.#fill(id, value, content);
		}
		this.#held.push(...values);
	}

	/** Once everything is read: what is given back may be in the same message for the last time. */
	#release({ released }: Envelope): void {
		for (const id of released) {
			if (!this.#tables.isMine(id)) throw new Broken(`${id} is not theirs to give back`);
			this.#tables.release(id);
			this.#copies.delete(id);
		}
	}

	/** Empty at first: they may refer to one another. Views come after the buffers that they look at. */
	#make(made: Envelope['made']): object[] {
		const values: object[] = [];
		for (const isView of [false, true]) {
			made.forEach(([id, content], index) => {
				if ((content[0] === 'view') !== isView) return;
				const value = emptyCopy(content, this.#wording) ?? this.#stand(content);
				values[index] = value;
				this.#tables.keep(id, value);
			});
		}
		return values;
	}

	#stand([kind, isClass]: Content): object {
		if (kind === 'promise') return this.#promises.make();
		if (kind === 'function' || kind === 'instance' || kind === 'list') {
			return createRemote(kind, isClass === true, this.#asking);
		}
		throw new Broken('not a kind of object');
	}

	#fill(id: string, value: object, content: Content): void {
		fill(value, content, this.#wording);
		const kind = kindIn(content);
		if (isCopied(kind)) this.#watch(id, value, kind, content);
	}

	/** Told again, although it was told before. */
	#retell(value: unknown): void {
		const id =
			typeof value === 'object' || typeof value === 'function' ? this.#tables.idOf(value as object) : undefined;
		if (id === undefined || !this.#tables.isMine(id)) throw new Broken('nothing to fetch');
		this.#untold.push({ id, value: value as object, kind: kindOf(value as object, this.#options.isOpaque) });
	}
}

function kindIn([name]: Content): Kind {
	return name === 'sparse' ? 'array' : (name as Kind);
}
