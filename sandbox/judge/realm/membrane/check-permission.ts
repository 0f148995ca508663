/** Decides which operations the other realm may request. */
import { MalformedMessageError, type MembraneOperation } from './message.ts';

export interface SharedObjectLookup {
	/** Returns whether an object was shared; false for a built-in, even one with a name. */
	isShared(value: object): boolean;
	isSharedByThisRealm(value: object): boolean;
}

/**
 * Throws unless the operation's target was shared. Built-ins may be passed as values, but may not be targets: a program that could
 * define a property on the checks' `Array.prototype` would control what the checks find.
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
