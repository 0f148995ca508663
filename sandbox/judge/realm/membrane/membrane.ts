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
	loadModule(path: string): unknown;
	/** Returns whether an object is a proxy that the program made. */
	isOpaque(value: object): boolean;
	/** Called before each request. Requests that it makes are sent before that request. */
	beforeAsking?(): void;
	/** Called whenever a reference to `value` is sent. */
	onRefer?(value: object): void;
	/** Called with an error that a function or promise of this realm gave to the other realm. */
	onThrown?(error: unknown, thrower: unknown): void;
}

const KEPT_FUNCTION_COUNT = 64;

/** Sends and receives only text, so that no object of the other realm is ever in this one. The checks' side trusts no message. */
export class Membrane {
	readonly #options: MembraneOptions;
	readonly #sharedObjects: SharedObjectTable;
	readonly #remoteRequests: RemoteRequests;
	readonly #operationServer: OperationServer;
	readonly #promises: MirroredPromises;
	/** Keeps recently requested functions alive, because they are likely to be requested again. */
	readonly #keptFunctions: object[] = [];
	#nextKeptIndex = 0;
	#lastForeignError: unknown;

	constructor(options: MembraneOptions) {
		this.#options = options;
		this.#sharedObjects = new SharedObjectTable({
			letter: options.letter,
			isOpaque: options.isOpaque,
			...(options.onRefer && { onRefer: options.onRefer }),
			makeStandIn: (content) => this.#createStandIn(content),
			watchPromise: (id, promise) => this.#promises.watchPromise(id, promise),
			fetchObject: (id) => this.#fetchObjectAgain(id)
		});
		this.#remoteRequests = {
			ask: (operation, values) => this.#askOtherRealm(operation, values),
			get: (target, key, receiver) => this.#getFromOtherRealm(target, key, receiver)
		};
		this.#promises = new MirroredPromises((id, isFulfilled, value) => {
			const promise = this.#sharedObjects.ownObjectOf(id);
			if (promise === undefined) return;
			if (!isFulfilled) options.onThrown?.(value, promise);
			this.#askOtherRealm('settle', [promise, isFulfilled, value]);
		});
		this.#operationServer = {
			loadModule: options.loadModule,
			settlePromise: (promise, isFulfilled, value) => this.#promises.settlePromise(promise, isFulfilled, value)
		};
	}

	loadModule(path: string): unknown {
		return this.#askOtherRealm('load', [path]);
	}

	/** Returns whether `error` is the last error that came from the other realm. */
	isErrorOfOtherRealm(error: unknown): boolean {
		return error !== undefined && this.#lastForeignError === error;
	}

	sendChanges(): void {
		const changes = this.#sharedObjects.takeChanges();
		if (changes !== undefined) this.#exchange('sync', [], changes);
	}

	receiveMessage(text: string): string {
		const { kind, word, changes } = this.#answerQuestion(text);
		// Released ids are collected last, when no variable here holds the values of the request any more.
		return writeMembraneMessage(kind, word, changes, this.#sharedObjects.takeReleasedIds());
	}

	#answerQuestion(text: string): { kind: MembraneAnswerKind; word: unknown; changes: ObjectChanges | undefined } {
		const { operation, words, envelope } = readMembraneQuestion(text);
		if (envelope !== undefined) this.#sharedObjects.applyEnvelope(envelope);
		const values: unknown[] = [];
		for (let index = 0; index < words.length; index++) values[index] = this.#sharedObjects.decode(words[index]);
		checkPermission(operation, values, this.#sharedObjects);
		if (envelope !== undefined) this.#sharedObjects.releaseIds(envelope);
		let kind: MembraneAnswerKind = 'value';
		let result: unknown;
		try {
			result = performOperation(operation, values, this.#operationServer);
			if (operation === 'fetch') this.#sharedObjects.queueContentAgain(result);
			const prototypeName =
				operation === 'get'
					? this.#sharedObjects.builtInNames.prototypeNameOf(result, values[1] as PropertyKey)
					: undefined;
			if (prototypeName !== undefined) [kind, result] = ['inherited', prototypeName];
		} catch (error) {
			this.#options.onThrown?.(error, values[0]);
			[kind, result] = ['thrown', error];
		}
		const isLoaded = operation === 'load' && kind === 'value';
		const word = isLoaded ? this.#referToModule(result as object) : this.#sharedObjects.encode(result);
		return { kind, word, changes: this.#sharedObjects.takeChanges() };
	}

	#referToModule(module: object): unknown {
		return this.#sharedObjects.referenceTo(
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
		const inheritedValue = this.#sharedObjects.builtInNames.inheritedValueOf(String(value), key);
		if (inheritedValue === undefined) throw new MalformedMessageError('not a built-in prototype');
		return inheritedValue.value;
	}

	#throwFromOtherRealm(value: unknown): never {
		this.#lastForeignError = value;
		throw value;
	}

	#keepFunctionAlive(value: object): void {
		this.#keptFunctions[this.#nextKeptIndex] = value;
		this.#nextKeptIndex = (this.#nextKeptIndex + 1) % KEPT_FUNCTION_COUNT;
	}

	#exchange(
		operation: MembraneOperation,
		values: unknown[],
		givenChanges?: ObjectChanges
	): { kind: MembraneAnswerKind; value: unknown } {
		this.#options.beforeAsking?.();
		const objectTable = this.#sharedObjects;
		const words: unknown[] = [];
		for (let index = 0; index < values.length; index++) words[index] = objectTable.encode(values[index]);
		const changes = givenChanges ?? objectTable.takeChanges();
		const answer = readMembraneAnswer(
			this.#options.send(writeMembraneMessage(operation, words, changes, objectTable.takeReleasedIds()))
		);
		return { kind: answer.kind, value: this.#takeAnswer(answer) };
	}

	#takeAnswer({ word, envelope }: MembraneAnswer): unknown {
		if (envelope === undefined) return this.#sharedObjects.decode(word);
		this.#sharedObjects.applyEnvelope(envelope);
		const value = this.#sharedObjects.decode(word);
		this.#sharedObjects.releaseIds(envelope);
		return value;
	}

	/**
	 * Requests an object's content again. Runs while a message is being decoded, and therefore sends no released ids: decoded
	 * objects may not be held yet.
	 */
	#fetchObjectAgain(id: string): void {
		const text = writeMembraneMessage('fetch', [['ref', id]], this.#sharedObjects.takeChanges(), []);
		const { envelope } = readMembraneAnswer(this.#options.send(text));
		if (envelope === undefined) return;
		this.#sharedObjects.applyEnvelope(envelope);
		this.#sharedObjects.releaseIds(envelope);
	}

	#createStandIn([kind, isClass]: ObjectContent): object {
		if (kind === 'promise') return this.#promises.makePromise();
		if (kind === 'function' || kind === 'instance' || kind === 'list') {
			return createRemoteProxy(kind, isClass === true, this.#remoteRequests);
		}
		throw new MalformedMessageError('not a kind of object');
	}
}
