import { markAsPrintedClass } from '../../../check/view.ts';
import { type MembraneOperation, MalformedMessageError } from './message.ts';

interface PromiseSettlers {
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

const { then } = Promise.prototype;

export class MirroredPromises {
	readonly #sendSettlement: (id: string, isFulfilled: boolean, value: unknown) => void;
	/** The functions that settle each pending promise. The map also keeps the promise alive, because nothing else may hold it. */
	readonly #endsByPromise = new Map<unknown, PromiseSettlers>();

	constructor(sendSettlement: (id: string, isFulfilled: boolean, value: unknown) => void) {
		this.#sendSettlement = sendSettlement;
	}

	watchPromise(id: string, promise: Promise<unknown>): void {
		void Reflect.apply(then, promise, [
			(value: unknown) => this.#sendSettlement(id, true, value),
			(error: unknown) => this.#sendSettlement(id, false, error)
		]);
	}

	makeMirroredPromise(): object {
		let ends: PromiseSettlers | undefined;
		const promise = new Promise((resolve, reject) => {
			ends = { resolve, reject };
		});
		// A rejection is reported in the realm that made the promise, so it must not count as unhandled here.
		void Reflect.apply(then, promise, [undefined, () => undefined]);
		if (ends !== undefined) this.#endsByPromise.set(promise, ends);
		return promise;
	}

	settlePromise(promise: unknown, isFulfilled: boolean, value: unknown): void {
		const ends = this.#endsByPromise.get(promise);
		if (ends === undefined) throw new MalformedMessageError('not a promise that is waited for');
		this.#endsByPromise.delete(promise);
		if (isFulfilled) ends.resolve(value);
		else ends.reject(value);
	}
}

export interface RemoteRequests {
	ask(operation: MembraneOperation, values: unknown[]): unknown;
	call(target: object, self: unknown, values: unknown[]): unknown;
	/** Requests a property, as `ask('get')` does. A method of a built-in prototype is taken from this realm instead. */
	get(target: object, key: PropertyKey, receiver: unknown): unknown;
}

const { defineProperty, ownKeys, deleteProperty, getOwnPropertyDescriptor } = Reflect;

export function createRemoteProxy(
	kind: 'function' | 'instance' | 'list',
	isClass: boolean,
	requests: RemoteRequests
): object {
	const target = kind === 'function' ? createEmptyFunction() : kind === 'list' ? [] : {};
	const remote: object = new Proxy(
		target,
		createProxyHandler(target, () => remote, requests)
	);
	if (isClass) markAsPrintedClass(remote);
	return remote;
}

/** Returns a function for a proxy's target. It can be called and constructed, and has no property that cannot be deleted. */
function createEmptyFunction(): object {
	const emptiedFunction = function () {
		return undefined;
	}.bind(undefined);
	for (const key of ownKeys(emptiedFunction)) deleteProperty(emptiedFunction, key);
	return emptiedFunction;
}

function createProxyHandler(
	target: object,
	getProxy: () => object,
	{ ask, call, get }: RemoteRequests
): ProxyHandler<object> {
	return {
		apply: (_, self_, values: unknown[]) => call(getProxy(), self_, values),
		construct: (_, values: unknown[], maker) => ask('construct', [getProxy(), maker, ...values]) as object,
		get: (_, key, receiver) => get(getProxy(), key, receiver),
		set: (_, key, value, receiver) => ask('set', [getProxy(), key, value, receiver]) === true,
		has: (_, key) => ask('has', [getProxy(), key]) === true,
		deleteProperty: (_, key) => ask('delete', [getProxy(), key]) === true,
		ownKeys: () => ask('keys', [getProxy()]) as (string | symbol)[],
		getOwnPropertyDescriptor(_, key) {
			const descriptor = ask('describe', [getProxy(), key]) as PropertyDescriptor | undefined;
			if (descriptor === undefined || descriptor.configurable === true) return descriptor;
			// A proxy may report a property as non-configurable only if its target has that property.
			return defineProperty(target, key, descriptor) ? descriptor : { ...descriptor, configurable: true };
		},
		defineProperty(_, key, descriptor) {
			const isDefined = ask('define', [getProxy(), key, { ...descriptor }]) === true;
			if (isDefined && descriptor.configurable === false) defineProperty(target, key, descriptor);
			return isDefined;
		},
		getPrototypeOf: () => ask('prototype', [getProxy()]) as object | null,
		setPrototypeOf: (_, prototype) => ask('setPrototype', [getProxy(), prototype]) === true,
		isExtensible() {
			if (ask('isExtensible', [getProxy()]) === true) return true;
			makeNonExtensible(target, getProxy(), ask);
			return false;
		},
		preventExtensions() {
			if (ask('preventExtensions', [getProxy()]) !== true) return false;
			makeNonExtensible(target, getProxy(), ask);
			return true;
		}
	};
}

function makeNonExtensible(target: object, remote: object, ask: RemoteRequests['ask']): void {
	if (!Object.isExtensible(target)) return;
	const remoteKeys = ask('keys', [remote]) as PropertyKey[];
	for (const key of remoteKeys) {
		const descriptor = ask('describe', [remote, key]) as PropertyDescriptor | undefined;
		if (descriptor !== undefined) defineProperty(target, key, descriptor);
	}
	for (const key of ownKeys(target)) {
		if (!remoteKeys.includes(key) && getOwnPropertyDescriptor(target, key)?.configurable === true)
			deleteProperty(target, key);
	}
	Reflect.setPrototypeOf(target, ask('prototype', [remote]) as object | null);
	Object.preventExtensions(target);
}
