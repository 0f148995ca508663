import { isModuleObject } from './object-contents.ts';
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
import { requireSharedTarget } from './operations.ts';
import { MirroredPromises } from './remote-proxy.ts';
import { arePlainValues, readPlainCall, writePlainCall, type PlainCall } from './encode-value.ts';
import { createRemoteProxy, type RemoteRequests } from './remote-proxy.ts';
import { SharedObjectTable } from './shared-objects.ts';

export interface MembraneOptions {
	letter: RealmLetter;
	send(text: string): string;
	loadModule(path: string): unknown;
	/** Returns whether an object is a proxy that the program made. */
	isOpaqueProxy(value: object): boolean;
	/** Requests that this function makes are sent first. */
	beforeRequest?(): void;
	onReferenceSent?(value: object): void;
	/** Called with an error that a function or promise of this realm gave to the other realm. */
	onErrorSent?(error: unknown, thrower: unknown): void;
}

interface AnsweredValue {
	kind: MembraneAnswerKind;
	value: unknown;
}

interface WrittenAnswer {
	kind: MembraneAnswerKind;
	word: unknown;
	changes: ObjectChanges | undefined;
}

const { apply } = Reflect;
const MAX_KEPT_FUNCTIONS = 64;

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
	/** A module that is fetched again would not be copied, so each read of an export would be a request. */
	readonly #keptModules = new Set<unknown>();
	#lastForeignError: unknown;

	constructor(options: MembraneOptions) {
		this.#options = options;
		this.#sharedObjects = new SharedObjectTable({
			letter: options.letter,
			isOpaqueProxy: options.isOpaqueProxy,
			...(options.onReferenceSent && { onReferenceSent: options.onReferenceSent }),
			makeRemoteObject: (content) => this.#createRemoteObject(content),
			watchPromise: (id, promise) => this.#promises.watchPromise(id, promise),
			fetchObject: (id) => this.#fetchObjectAgain(id)
		});
		this.#remoteRequests = {
			ask: (operation, values) => this.#askOtherRealm(operation, values),
			call: (target, self, values) => this.#callInOtherRealm(target, self, values),
			get: (target, key, receiver) => this.#getFromOtherRealm(target, key, receiver)
		};
		this.#promises = new MirroredPromises((id, isFulfilled, value) => {
			const promise = this.#sharedObjects.ownObjectOf(id);
			if (promise === undefined) return;
			if (!isFulfilled) options.onErrorSent?.(value, promise);
			this.#askOtherRealm('settle', [promise, isFulfilled, value]);
		});
		this.#operationServer = {
			loadModule: options.loadModule,
			settlePromise: (promise, isFulfilled, value) => this.#promises.settlePromise(promise, isFulfilled, value)
		};
	}

	loadModule(path: string): unknown {
		const module = this.#askOtherRealm('load', [path]);
		this.#keptModules.add(module);
		return module;
	}

	isErrorOfOtherRealm(error: unknown): boolean {
		return error !== undefined && this.#lastForeignError === error;
	}

	sendChanges(): void {
		const changes = this.#sharedObjects.takeUnsentChanges();
		if (changes !== undefined) this.#sendQuestion('sync', [], changes);
	}

	receiveMessage(text: string): string {
		const plainCall = readPlainCall(text);
		const { kind, word, changes } =
			plainCall === undefined ? this.#answerQuestion(text) : this.#answerPlainCall(plainCall);
		// Released ids are collected last, when no variable here holds the values of the request any more.
		return writeMembraneMessage(kind, word, changes, this.#sharedObjects.takeReleasedIds());
	}

	#answerPlainCall({ id, values }: PlainCall): WrittenAnswer {
		const target = this.#sharedObjects.ownObjectOf(id);
		if (target === undefined) throw new MalformedMessageError('not shared');
		let kind: MembraneAnswerKind = 'value';
		let result: unknown;
		try {
			result = apply(target as () => unknown, undefined, values);
		} catch (error) {
			this.#options.onErrorSent?.(error, target);
			[kind, result] = ['thrown', error];
		}
		return { kind, word: this.#sharedObjects.encode(result), changes: this.#sharedObjects.takeUnsentChanges() };
	}

	#answerQuestion(text: string): WrittenAnswer {
		const { operation, words, envelope } = readMembraneQuestion(text);
		if (envelope !== undefined) this.#sharedObjects.applyObjectLists(envelope);
		const values = this.#sharedObjects.decodeAll(words);
		requireSharedTarget(operation, values, this.#sharedObjects);
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
			this.#options.onErrorSent?.(error, values[0]);
			[kind, result] = ['thrown', error];
		}
		const isLoaded = operation === 'load' && kind === 'value';
		const word = isLoaded ? this.#referToModule(result as object) : this.#sharedObjects.encode(result);
		return { kind, word, changes: this.#sharedObjects.takeUnsentChanges() };
	}

	#referToModule(module: object): unknown {
		return this.#sharedObjects.encodeReferenceTo(
			module,
			isModuleObject(module) && !this.#options.isOpaqueProxy(module) ? 'module' : 'instance'
		);
	}

	#askOtherRealm(operation: MembraneOperation, values: unknown[]): unknown {
		return this.#valueOrThrow(this.#exchange(operation, values));
	}

	#callInOtherRealm(target: object, self: unknown, values: unknown[]): unknown {
		const id = self === undefined && arePlainValues(values) ? this.#sharedObjects.idOf(target) : undefined;
		if (id === undefined) return this.#askOtherRealm('call', [target, self, ...values]);
		this.#options.beforeRequest?.();
		const changes = this.#sharedObjects.takeUnsentChanges();
		const releasedIds = this.#sharedObjects.takeReleasedIds();
		const text =
			changes === undefined && releasedIds.length === 0
				? writePlainCall(id, values)
				: writeMembraneMessage('call', [['ref', id], ['u'], ...values], changes, releasedIds);
		return this.#valueOrThrow(this.#takeAnswer(readMembraneAnswer(this.#options.send(text))));
	}

	#getFromOtherRealm(target: object, key: PropertyKey, receiver: unknown): unknown {
		const { kind, value } = this.#exchange('get', [target, key, receiver]);
		if (kind !== 'inherited') {
			this.#valueOrThrow({ kind, value });
			if (typeof value === 'function') this.#keepFunctionAlive(value);
			return value;
		}
		const inheritedValue = this.#sharedObjects.builtInNames.genericPrototypeMemberOf(String(value), key);
		if (inheritedValue === undefined) throw new MalformedMessageError('not a built-in prototype');
		return inheritedValue.value;
	}

	#valueOrThrow({ kind, value }: AnsweredValue): unknown {
		if (kind !== 'thrown') return value;
		this.#lastForeignError = value;
		throw value;
	}

	#keepFunctionAlive(value: object): void {
		this.#keptFunctions[this.#nextKeptIndex] = value;
		this.#nextKeptIndex = (this.#nextKeptIndex + 1) % MAX_KEPT_FUNCTIONS;
	}

	#exchange(operation: MembraneOperation, values: unknown[]): AnsweredValue {
		this.#options.beforeRequest?.();
		const words = this.#sharedObjects.encodeAll(values);
		return this.#sendQuestion(operation, words, this.#sharedObjects.takeUnsentChanges());
	}

	#sendQuestion(operation: MembraneOperation, words: unknown[], changes: ObjectChanges | undefined): AnsweredValue {
		const releasedIds = this.#sharedObjects.takeReleasedIds();
		const text = writeMembraneMessage(operation, words, changes, releasedIds);
		return this.#takeAnswer(readMembraneAnswer(this.#options.send(text)));
	}

	#takeAnswer({ kind, word, envelope }: MembraneAnswer): AnsweredValue {
		if (envelope === undefined) return { kind, value: this.#sharedObjects.decode(word) };
		this.#sharedObjects.applyObjectLists(envelope);
		const value = this.#sharedObjects.decode(word);
		this.#sharedObjects.releaseIds(envelope);
		return { kind, value };
	}

	/** Runs while a message is being decoded, so it sends no released ids: decoded objects may not be held yet. */
	#fetchObjectAgain(id: string): void {
		const text = writeMembraneMessage('fetch', [['ref', id]], this.#sharedObjects.takeUnsentChanges(), []);
		const { envelope } = readMembraneAnswer(this.#options.send(text));
		if (envelope === undefined) return;
		this.#sharedObjects.applyObjectLists(envelope);
		this.#sharedObjects.releaseIds(envelope);
	}

	#createRemoteObject([kind, isClass]: ObjectContent): object {
		if (kind === 'promise') return this.#promises.makeMirroredPromise();
		if (kind === 'function' || kind === 'instance' || kind === 'list') {
			return createRemoteProxy(kind, isClass === true, this.#remoteRequests);
		}
		throw new MalformedMessageError('not a kind of object');
	}
}
