/** Decides which operations the other realm may request. */
import { MalformedMessage, type Operation } from './message.ts';

export interface SharedObjects {
	/** False for a built-in, even when it has a name. */
	isShared(value: object): boolean;
	isSharedByThis(value: object): boolean;
}

/**
 * Throws unless the target was shared. Built-ins may be passed as values, but a program that could define a property on
 * `Array.prototype` here would control what the checks find.
 */
export function checkPermission(operation: Operation, values: unknown[], shares: SharedObjects): void {
	if (operation === 'sync' || operation === 'load' || operation === 'settle') return;
	const [target, , third, fourth] = values;
	if (!isObject(target) || !shares.isSharedByThis(target)) throw new MalformedMessage('not shared');
	if (operation === 'get') checkReceiver(third, shares);
	if (operation === 'set') checkReceiver(fourth, shares);
	// An object of this realm might hold a built-in function that a getter would call.
	if (operation === 'define' && isObject(third) && shares.isSharedByThis(third))
		throw new MalformedMessage('not a descriptor');
}

function checkReceiver(value: unknown, shares: SharedObjects): void {
	if (isObject(value) && !shares.isShared(value)) throw new MalformedMessage('not a receiver');
}

function isObject(value: unknown): value is object {
	return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
