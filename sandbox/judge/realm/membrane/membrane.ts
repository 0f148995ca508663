/** One side of the membrane between the two realms of an attempt. */
import { isModule } from './modules.ts';
import {
	Broken,
	readAnswer,
	readQuestion,
	write,
	type Answer,
	type AnswerKind,
	type Content,
	type Letter,
	type Operation,
	type ObjectChanges
} from './message.ts';
import { perform, type Serving } from './operations.ts';
import { permit } from './permit.ts';
import { Promises } from './promises.ts';
import { createRemote, type Asking } from './remote.ts';
import { Shared } from './shared.ts';

export interface Options {
	letter: Letter;
	send(text: string): string;
	load(path: string): unknown;
	/** Returns whether an object is a proxy of the program. */
	isOpaque(value: object): boolean;
	/** Called before each request; requests made inside it go first. */
	beforeAsking?(): void;
	/** Called when a reference to this object is sent, possibly again. */
	onRefer?(value: object): void;
	/** Called with an error that the other realm received from a function or promise of this one. */
	onThrown?(error: unknown, outOf: unknown): void;
}

const KEPT = 64;

/** Sends and receives text, so that no object of the other realm is ever in this one. The checks' side trusts nothing that it receives. */
export class Membrane {
	readonly #options: Options;
	readonly #shared: Shared;
	readonly #asking: Asking;
	readonly #serving: Serving;
	readonly #promises: Promises;
	/** Holds recently requested functions, which are likely to be requested again. */
	readonly #kept: object[] = [];
	#keeping = 0;
	#thrown: unknown;

	constructor(options: Options) {
		this.#options = options;
		this.#shared = new Shared({
			letter: options.letter,
			isOpaque: options.isOpaque,
			...(options.onRefer && { onRefer: options.onRefer }),
			stand: (content) => this.#stand(content),
			watch: (id, promise) => this.#promises.watch(id, promise),
			fetch: (id) => this.#fetch(id)
		});
		this.#asking = {
			ask: (operation, values) => this.#ask(operation, values),
			get: (target, key, receiver) => this.#get(target, key, receiver)
		};
		this.#promises = new Promises((id, isFulfilled, value) => {
			const promise = this.#shared.mine(id);
			if (promise === undefined) return;
			if (!isFulfilled) options.onThrown?.(value, promise);
			this.#ask('settle', [promise, isFulfilled, value]);
		});
		this.#serving = {
			load: options.load,
			settle: (promise, isFulfilled, value) => this.#promises.settle(promise, isFulfilled, value)
		};
	}

	load(path: string): unknown {
		return this.#ask('load', [path]);
	}

	/** Returns whether this is the last error that came from the other realm. */
	hasThrown(error: unknown): boolean {
		return error !== undefined && this.#thrown === error;
	}

	flush(): void {
		const told = this.#shared.tell();
		if (told !== undefined) this.#exchange('sync', [], told);
	}

	receive(text: string): string {
		const { kind, word, told } = this.#answer(text);
		// Collect dead references last, when nothing here holds the values of the request any more.
		return write(kind, word, told, this.#shared.released());
	}

	#answer(text: string): { kind: AnswerKind; word: unknown; told: ObjectChanges | undefined } {
		const { operation, words, envelope } = readQuestion(text);
		if (envelope !== undefined) this.#shared.take(envelope);
		const values: unknown[] = [];
		for (let index = 0; index < words.length; index++) values[index] = this.#shared.decode(words[index]);
		permit(operation, values, this.#shared);
		if (envelope !== undefined) this.#shared.release(envelope);
		let kind: AnswerKind = 'value';
		let result: unknown;
		try {
			result = perform(operation, values, this.#serving);
			if (operation === 'fetch') this.#shared.retell(result);
			const lender = operation === 'get' ? this.#shared.names.lender(result, values[1] as PropertyKey) : undefined;
			if (lender !== undefined) [kind, result] = ['inherited', lender];
		} catch (error) {
			this.#options.onThrown?.(error, values[0]);
			[kind, result] = ['thrown', error];
		}
		const isLoaded = operation === 'load' && kind === 'value';
		const word = isLoaded ? this.#referToModule(result as object) : this.#shared.encode(result);
		return { kind, word, told: this.#shared.tell() };
	}

	#referToModule(module: object): unknown {
		return this.#shared.refer(module, isModule(module) && !this.#options.isOpaque(module) ? 'module' : 'instance');
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
		const lent = this.#shared.names.lent(String(value), key);
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

	#exchange(operation: Operation, values: unknown[], news?: ObjectChanges): { kind: AnswerKind; value: unknown } {
		this.#options.beforeAsking?.();
		const shared = this.#shared;
		const words: unknown[] = [];
		for (let index = 0; index < values.length; index++) words[index] = shared.encode(values[index]);
		const told = news ?? shared.tell();
		const answer = readAnswer(this.#options.send(write(operation, words, told, shared.released())));
		return { kind: answer.kind, value: this.#taken(answer) };
	}

	#taken({ word, envelope }: Answer): unknown {
		if (envelope === undefined) return this.#shared.decode(word);
		this.#shared.take(envelope);
		const value = this.#shared.decode(word);
		this.#shared.release(envelope);
		return value;
	}

	/** Runs while a message is being decoded, so it sends no released ids: new objects may not be held yet. */
	#fetch(id: string): void {
		const text = write('fetch', [['ref', id]], this.#shared.tell(), []);
		const { envelope } = readAnswer(this.#options.send(text));
		if (envelope === undefined) return;
		this.#shared.take(envelope);
		this.#shared.release(envelope);
	}

	#stand([kind, isClass]: Content): object {
		if (kind === 'promise') return this.#promises.make();
		if (kind === 'function' || kind === 'instance' || kind === 'list') {
			return createRemote(kind, isClass === true, this.#asking);
		}
		throw new Broken('not a kind of object');
	}
}
