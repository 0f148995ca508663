/** Reading values of unknown shape. A getter of the program's may throw; whoever must not fail uses `glance`. */
import { getOwnPropertyDescriptor, getPrototypeOf, isObject, TrueObject } from './intrinsics.ts';

export function read(value: unknown, key: PropertyKey): unknown {
	return value === null || value === undefined ? undefined : (TrueObject(value) as Record<PropertyKey, unknown>)[key];
}

/** A data property found without running any code of the program's, except a proxy's traps. */
export function glance(value: unknown, key: PropertyKey): unknown {
	try {
		let holder: object | null = isObject(value) ? value : null;
		for (let depth = 0; holder !== null && depth < 20; depth++) {
			const descriptor = getOwnPropertyDescriptor(holder, key);
			if (descriptor !== undefined) return descriptor.value as unknown;
			holder = getPrototypeOf(holder);
		}
	} catch {
		// A proxy that refuses.
	}
	return undefined;
}

/** The name of the class a value was made by, when it has an own one. */
export function className(value: object): string | undefined {
	try {
		const prototype = getPrototypeOf(value);
		if (prototype === null) return undefined;
		const name = glance(glance(prototype, 'constructor'), 'name');
		return typeof name === 'string' && name !== '' ? name : undefined;
	} catch {
		return undefined;
	}
}
