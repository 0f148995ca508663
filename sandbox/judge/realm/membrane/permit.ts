/** What the other half may ask for. */
import { Broken, type Operation } from './message.ts';

export interface Shares {
	/** Whether this is one of the objects that both halves know, and not only a built-in that has a name. */
	isShared(value: object): boolean;
	isSharedByThis(value: object): boolean;
}

/**
 * Only what was shared can be asked about or changed. A built-in can be named as a value, but whoever could define something on
 * `Array.prototype` here would decide what the checks find.
 */
export function permit(operation: Operation, values: unknown[], shares: Shares): void {
	if (operation === 'sync' || operation === 'load' || operation === 'settle') return;
	const [target, , third, fourth] = values;
	if (!isObject(target) || !shares.isSharedByThis(target)) throw new Broken('not shared');
	if (operation === 'get') permitReceiver(third, shares);
	if (operation === 'set') permitReceiver(fourth, shares);
	// One of this half's might hold a built-in function, and a getter would call it.
	if (operation === 'define' && isObject(third) && shares.isSharedByThis(third)) throw new Broken('not a descriptor');
}

function permitReceiver(value: unknown, shares: Shares): void {
	if (isObject(value) && !shares.isShared(value)) throw new Broken('not a receiver');
}

function isObject(value: unknown): value is object {
	return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
