/** p5's `storeItem` and `getItem`: values that a sketch keeps from one run to the next. */
import type { ProgramStore } from '../store/program-store.ts';
import type { StoreGuard } from './store-guard.ts';

/** Returns the functions. `storeOf` returns undefined for a program that may not keep values, such as a challenge's. */
export function createStoreFunctions(guard: StoreGuard, storeOf: () => ProgramStore | undefined) {
	const requireStore = (call: string): ProgramStore => storeOf() ?? guard.refuseCallWithoutStore(call);
	return {
		storeItem(key: string, value: unknown): void {
			const store = requireStore('storeItem');
			const excess = store.keep(String(key), guard.requireStorableJson(String(key), value));
			if (excess !== null) guard.refuseExceededLimit(excess, String(key));
		},
		getItem(key: string): unknown {
			const text = requireStore('getItem').find(String(key));
			return text === undefined ? null : parseStoredValue(text);
		},
		removeItem(key: string): void {
			requireStore('removeItem').remove(String(key));
		},
		clearStorage(): void {
			requireStore('clearStorage').clear();
		}
	};
}

/** Returns the value of a kept text. A text that is not JSON, such as one that a page kept, is returned as it is. */
function parseStoredValue(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
