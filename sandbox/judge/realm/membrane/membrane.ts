/** One side of the membrane between the two realms of an attempt. */
import { isModuleObject } from './modules.ts';
import {
	MalformedMessageError,
	readMembraneAnswer,
	readMembraneQuestion,
	writeMembraneMessage,
	type MembraneAnswer,
	type MembraneAnswerKind,
	type ObjectContent,
	type RealmLetter,
	type MembraneOperation,
	type ObjectChanges
} from './message.ts';
import { performOperation, type OperationServer } from './operations.ts';
import { checkPermission } from './permit.ts';
import { MirroredPromises } from './promises.ts';
import { createRemoteProxy, type RemoteRequests } from './remote.ts';
import { SharedObjectTable } from './shared.ts';

export interface MembraneOptions {
	letter: RealmLetter;
	send(text: string): string;
	load(path: string): unknown;
	/** Returns whether an object is a proxy that the program made. */
	isOpaque(value: object): boolean;
	/** Called before each request. Requests that it makes are sent before that request. */
	beforeAsking?(): void;
	/** Called whenever a reference to `value` is sent. */
	onRefer?(value: object): void;
	/** Called with an error that a function or promise of this realm gave to the other realm. */
	onThrown?(error: unknown, outOf: unknown): void;
}

const RECENT_FUNCTIONS = 64;

/** Sends and receives only text, so that no object of the other realm is ever in this one. The checks' side trusts no message. */
export class Membrane {
	readonly #options: MembraneOptions;
	readonly #shared: SharedObjectTable;
	readonly #asking: RemoteRequests;
	readonly #serving: OperationServer;
	readonly #promises: MirroredPromises;
	/** Keeps recently requested functions alive, because they are likely to be requested again. */
	readonly #kept: object[] = [];
	#keeping = 0;
	#thrown: unknown;

	constructor(options: MembraneOptions) {
		this.#options = options;
		this.#shared = new SharedObjectTable({
			letter: options.letter,
			isOpaque: options.isOpaque,
			...(options.onRefer && { onRefer: options.onRefer }),
			makeStandIn: (content) => this.#createStandIn(content),
			watchPromise: (id, promise) => this.#promises.watchPromise(id, promise),
			fetchObject: (id) => this.#fetchObjectAgain(id)
		});
		this.#asking = {
			ask: (operation, values) => this.#askOtherRealm(operation, values),
			get: (target, key, receiver) => this.#getFromOtherRealm(target, key, receiver)
		};
		this.#promises = new MirroredPromises((id, isFulfilled, value) => {
			const promise = this.#shared.ownObjectOf(id);
			if (promise === undefined) return;
			if (!isFulfilled) options.onThrown?.(value, promise);
			this.#askOtherRealm('settle', [promise, isFulfilled, value]);
		});
		this.#serving = {
			load: options.load,
			settle: (promise, isFulfilled, value) => this.#promises.settlePromise(promise, isFulfilled, value)
		};
	}

	load(path: string): unknown {
		return this.#askOtherRealm('load', [path]);
	}

	/** Returns whether `error` is the last error that came from the other realm. */
	isErrorOfOtherRealm(error: unknown): boolean {
		return error !== undefined && this.#thrown === error;
	}

	sendChanges(): void {
		const changes = this.#shared.takeChanges();
		if (changes !== undefined) this.#exchange('sync', [], changes);
	}

	receiveMessage(text: string): string {
		const { kind, word, told: changes } = this.#answerQuestion(text);
		// Released ids are collected last, when no variable here holds the values of the request any more.
		return writeMembraneMessage(kind, word, changes, this.#shared.takeReleasedIds());
	}

	#answerQuestion(text: string): { kind: MembraneAnswerKind; word: unknown; told: ObjectChanges | undefined } {
		const { operation, words, envelope } = readMembraneQuestion(text);
		if (envelope !== undefined) this.#shared.applyEnvelope(envelope);
		const values: unknown[] = [];
		for (let index = 0; index < words.length; index++) values[index] = this.#shared.decode(words[index]);
		checkPermission(operation, values, this.#shared);
		if (envelope !== undefined) this.#shared.releaseIds(envelope);
		let kind: MembraneAnswerKind = 'value';
		let result: unknown;
		try {
			result = performOperation(operation, values, this.#serving);
			if (operation === 'fetch') this.#shared.queueAgain(result);
			const lender =
				operation === 'get' ? this.#shared.names.prototypeNameOf(result, values[1] as PropertyKey) : undefined;
			if (lender !== undefined) [kind, result] = ['inherited', lender];
		} catch (error) {
			this.#options.onThrown?.(error, values[0]);
			[kind, result] = ['thrown', error];
		}
		const isLoaded = operation === 'load' && kind === 'value';
		const word = isLoaded ? this.#referToModule(result as object) : this.#shared.encode(result);
		return { kind, word, told: this.#shared.takeChanges() };
	}

	#referToModule(module: object): unknown {
		return this.#shared.refer(
			module,
			isModuleObject(module) && !this.#options.isOpaque(module) ? 'module' : 'instance'
		);
	}

	#askOtherRealm(operation: MembraneOperation, values: unknown[]): unknown {
		const { kind, value } = this.#exchange(operation, values);
		if (kind === 'thrown') this.#throwFromOtherRealm(value);
		return value;
	}

	#getFromOtherRealm(target: object, key: PropertyKey, receiver: unknown): unknown {
		const { kind, value } = this.#exchange('get', [target, key, receiver]);
		if (kind === 'thrown') this.#throwFromOtherRealm(value);
		if (kind === 'value') {
			if (typeof value === 'function') this.#keepFunctionAlive(value);
			return value;
		}
		const lent = this.#shared.names.inheritedValueOf(String(value), key);
		if (lent === undefined) throw new MalformedMessageError('not a built-in prototype');
		return lent.value;
	}

	#throwFromOtherRealm(value: unknown): never {
		this.#thrown = value;
		throw value;
	}

	#keepFunctionAlive(value: object): void {
		this.#kept[this.#keeping] = value;
		this.#keeping = (this.#keeping + 1) % RECENT_FUNCTIONS;
	}

	#exchange(
		operation: MembraneOperation,
		values: unknown[],
		news?: ObjectChanges
	): { kind: MembraneAnswerKind; value: unknown } {
		this.#options.beforeAsking?.();
		const objectTable = this.#shared;
		const words: unknown[] = [];
		for (let index = 0; index < values.length; index++) words[index] = objectTable.encode(values[index]);
		const changes = news ?? objectTable.takeChanges();
		const answer = readMembraneAnswer(
			this.#options.send(writeMembraneMessage(operation, words, changes, objectTable.takeReleasedIds()))
		);
		return { kind: answer.kind, value: this.#takeAnswer(answer) };
	}

	#takeAnswer({ word, envelope }: MembraneAnswer): unknown {
		if (envelope === undefined) return this.#shared.decode(word);
		this.#shared.applyEnvelope(envelope);
		const value = this.#shared.decode(word);
		this.#shared.releaseIds(envelope);
		return value;
	}

	/**
	 * Requests an object's content again. Runs while a message is being decoded, and therefore sends no released ids: decoded
	 * objects may not be held yet.
	 */
	#fetchObjectAgain(id: string): void {
		const text = writeMembraneMessage('fetch', [['ref', id]], this.#shared.takeChanges(), []);
		const { envelope } = readMembraneAnswer(this.#options.send(text));
		if (envelope === undefined) return;
		this.#shared.applyEnvelope(envelope);
		this.#shared.releaseIds(envelope);
	}

	#createStandIn([kind, isClass]: ObjectContent): object {
		if (kind === 'promise') return this.#promises.makePromise();
		if (kind === 'function' || kind === 'instance' || kind === 'list') {
			return createRemoteProxy(kind, isClass === true, this.#asking);
		}
		throw new MalformedMessageError('not a kind of object');
	}
}
