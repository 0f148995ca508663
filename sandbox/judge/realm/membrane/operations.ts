import { propertyKeyOf } from './copies.ts';
import { MalformedMessageError, type MembraneOperation } from './message.ts';

export interface SharedObjectLookup {
	/** Returns whether an object was shared; false for a built-in, even one with a name. */
	isShared(value: object): boolean;
	isSharedByThisRealm(value: object): boolean;
}

/**
 * Built-ins may be values, not targets: a program that could define on the checks' `Array.prototype` would control their
 * results.
 */
export function requireSharedTarget(
	operation: MembraneOperation,
	values: unknown[],
	sharedObjects: SharedObjectLookup
): void {
	if (operation === 'sync' || operation === 'load' || operation === 'settle') return;
	const [target, , third, fourth] = values;
	if (!isObject(target) || !sharedObjects.isSharedByThisRealm(target)) throw new MalformedMessageError('not shared');
	if (operation === 'get') requireSharedReceiver(third, sharedObjects);
	if (operation === 'set') requireSharedReceiver(fourth, sharedObjects);
	// A descriptor must be a copy: an object of this realm could contain a built-in function, which would then become a getter.
	if (operation === 'define' && isObject(third) && sharedObjects.isSharedByThisRealm(third))
		throw new MalformedMessageError('not a descriptor');
}

function requireSharedReceiver(value: unknown, sharedObjects: SharedObjectLookup): void {
	if (isObject(value) && !sharedObjects.isShared(value)) throw new MalformedMessageError('not a receiver');
}

function isObject(value: unknown): value is object {
	return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

type Callable = (...values: unknown[]) => unknown;

export interface OperationServer {
	loadModule(path: string): unknown;
	settlePromise(promise: unknown, isFulfilled: boolean, value: unknown): void;
}

export function performOperation(operation: MembraneOperation, values: unknown[], server: OperationServer): unknown {
	const target = values[0];
	if (operation === 'call' && typeof target === 'function') {
		return Reflect.apply(target as Callable, values[1], values.slice(2));
	}
	if (operation === 'sync') return undefined;
	if (operation === 'load') return server.loadModule(String(target));
	if (operation === 'settle') return server.settlePromise(target, values[1] === true, values[2]);
	if ((typeof target !== 'object' && typeof target !== 'function') || target === null)
		throw new MalformedMessageError('not an object');
	switch (operation) {
		case 'call':
			return Reflect.apply(target as Callable, values[1], values.slice(2));
		case 'construct':
			return Reflect.construct(target as Callable, values.slice(2), values[1] as Callable);
		case 'get':
			return Reflect.get(target, propertyKeyOf(values[1]), values[2]);
		case 'set':
			return Reflect.set(target, propertyKeyOf(values[1]), values[2], values[3]);
		case 'has':
			return Reflect.has(target, propertyKeyOf(values[1]));
		case 'delete':
			return Reflect.deleteProperty(target, propertyKeyOf(values[1]));
		case 'keys':
			return Reflect.ownKeys(target);
		case 'describe':
			return Reflect.getOwnPropertyDescriptor(target, propertyKeyOf(values[1]));
		case 'define':
			return Reflect.defineProperty(target, propertyKeyOf(values[1]), values[2] as PropertyDescriptor);
		case 'prototype':
			return Reflect.getPrototypeOf(target);
		case 'setPrototype':
			return Reflect.setPrototypeOf(target, values[1] as object | null);
		case 'isExtensible':
			return Reflect.isExtensible(target);
		case 'preventExtensions':
			return Reflect.preventExtensions(target);
		case 'fetch':
			return target;
	}
}
