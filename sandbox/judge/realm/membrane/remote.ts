/** Makes stand-ins for functions, classes and instances of the other realm, which forward every operation. */
import { printWithClassName } from '../../../check/view.ts';
import type { MembraneOperation } from './message.ts';

export interface RemoteRequests {
	ask(operation: MembraneOperation, values: unknown[]): unknown;
	/** Requests a property, as `ask('get')` does. A method of a built-in prototype comes from this realm instead. */
	get(target: object, key: PropertyKey, receiver: unknown): unknown;
}

const { defineProperty, ownKeys, deleteProperty, getOwnPropertyDescriptor } = Reflect;

export function createRemoteProxy(
	kind: 'function' | 'instance' | 'list',
	isClass: boolean,
	asking: RemoteRequests
): object {
	const target = kind === 'function' ? emptyFunction() : kind === 'list' ? [] : {};
	const remote: object = new Proxy(
		target,
		handlerFor(target, () => remote, asking)
	);
	if (isClass) printWithClassName(remote);
	return remote;
}

/** Returns a function for a proxy's target. It can be called and constructed, and has no property that cannot be deleted. */
function emptyFunction(): object {
	const empty = function () {
		return undefined;
	}.bind(undefined);
	for (const key of ownKeys(empty)) deleteProperty(empty, key);
	return empty;
}

function handlerFor(target: object, self: () => object, { ask, get }: RemoteRequests): ProxyHandler<object> {
	return {
		apply: (_, self_, values: unknown[]) => ask('call', [self(), self_, ...values]),
		construct: (_, values: unknown[], maker) => ask('construct', [self(), maker, ...values]) as object,
		get: (_, key, receiver) => get(self(), key, receiver),
		set: (_, key, value, receiver) => ask('set', [self(), key, value, receiver]) === true,
		has: (_, key) => ask('has', [self(), key]) === true,
		deleteProperty: (_, key) => ask('delete', [self(), key]) === true,
		ownKeys: () => ask('keys', [self()]) as (string | symbol)[],
		getOwnPropertyDescriptor(_, key) {
			const descriptor = ask('describe', [self(), key]) as PropertyDescriptor | undefined;
			if (descriptor === undefined || descriptor.configurable === true) return descriptor;
			// A proxy may report a property as non-configurable only if its target has that property.
			return defineProperty(target, key, descriptor) ? descriptor : { ...descriptor, configurable: true };
		},
		defineProperty(_, key, descriptor) {
			const defined = ask('define', [self(), key, { ...descriptor }]) === true;
			if (defined && descriptor.configurable === false) defineProperty(target, key, descriptor);
			return defined;
		},
		getPrototypeOf: () => ask('prototype', [self()]) as object | null,
		setPrototypeOf: (_, prototype) => ask('setPrototype', [self(), prototype]) === true,
		isExtensible() {
			if (ask('isExtensible', [self()]) === true) return true;
			makeNonExtensible(target, self(), ask);
			return false;
		},
		preventExtensions() {
			if (ask('preventExtensions', [self()]) !== true) return false;
			makeNonExtensible(target, self(), ask);
			return true;
		}
	};
}

/** Makes the proxy's target non-extensible, with the same properties as the remote object. */
function makeNonExtensible(target: object, remote: object, ask: RemoteRequests['ask']): void {
	if (!Object.isExtensible(target)) return;
	const keys = ask('keys', [remote]) as PropertyKey[];
	for (const key of keys) {
		const descriptor = ask('describe', [remote, key]) as PropertyDescriptor | undefined;
		if (descriptor !== undefined) defineProperty(target, key, descriptor);
	}
	for (const key of ownKeys(target)) {
		if (!keys.includes(key) && getOwnPropertyDescriptor(target, key)?.configurable === true)
			deleteProperty(target, key);
	}
	Reflect.setPrototypeOf(target, ask('prototype', [remote]) as object | null);
	Object.preventExtensions(target);
}
