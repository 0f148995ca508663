/** Reads properties of unknown values: `readProperty` may run a program's getter and throw, `readDataProperty` does neither. */
import { getOwnPropertyDescriptor, getPrototypeOf, isObject, OriginalObject, readDomException } from './intrinsics.ts';

export function readProperty(value: unknown, key: PropertyKey): unknown {
	return value === null || value === undefined
		? undefined
		: (OriginalObject(value) as Record<PropertyKey, unknown>)[key];
}

/** Reads the name or the message of an error without running the program's code. Never throws. */
export const readNameOrMessage = (error: unknown, key: 'name' | 'message'): unknown =>
	readDataProperty(error, key) ?? readDomException(error, key);

/** Reads a data property without running the program's code, except a proxy's traps. Never throws. */
export function readDataProperty(value: unknown, key: PropertyKey): unknown {
	try {
		let holder: object | null = isObject(value) ? value : null;
		for (let depth = 0; holder !== null && depth < 20; depth++) {
			const descriptor = getOwnPropertyDescriptor(holder, key);
			if (descriptor !== undefined) return descriptor.value as unknown;
			holder = getPrototypeOf(holder);
		}
	} catch {
		// A proxy of the program threw.
	}
	return undefined;
}

export function classNameOf(value: object): string | undefined {
	try {
		const prototype = getPrototypeOf(value);
		if (prototype === null) return undefined;
		const name = readDataProperty(readDataProperty(prototype, 'constructor'), 'name');
		return typeof name === 'string' && name !== '' ? name : undefined;
	} catch {
		return undefined;
	}
}
