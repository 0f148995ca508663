import { explainStoreExcess, type ExceededStoreLimit, type ProgramStore } from '../store/program-store.ts';
import { DrawError, type DrawLanguage } from './guard.ts';

const STORE_ERROR_TEXTS = {
	fr: {
		absent: (call: string) => `${call} : un défi ne garde rien d’un lancement à l’autre. Un projet à toi, si.`,
		notANumber: (key: string) => `storeItem('${key}', NaN) : un calcul n’a pas donné de nombre.`,
		other: (key: string) =>
			`storeItem('${key}', …) : on garde un nombre, un texte, true ou false, une liste ou un objet de ces valeurs.`
	},
	en: {
		absent: (call: string) =>
			`${call}: a challenge keeps nothing from one run to the next. A project of your own does.`,
		notANumber: (key: string) => `storeItem('${key}', NaN): a calculation did not give a number.`,
		other: (key: string) =>
			`storeItem('${key}', …): a number, a text, true or false can be kept, and a list or an object of these.`
	}
} as const;

interface StoreGuard {
	refuseCallWithoutStore(call: string): never;
	/** Returns the value as JSON. Throws for a value that JSON cannot express. */
	requireStorableJson(key: string, value: unknown): string;
	refuseExceededLimit(excess: ExceededStoreLimit, key: string): never;
}

export function createStoreGuard(language: () => DrawLanguage): StoreGuard {
	return {
		refuseCallWithoutStore(call) {
			throw new DrawError(STORE_ERROR_TEXTS[language()].absent(call));
		},
		requireStorableJson(key, value) {
			if (typeof value === 'number' && !Number.isFinite(value))
				throw new DrawError(STORE_ERROR_TEXTS[language()].notANumber(key));
			const text = jsonOf(value);
			if (text === undefined) throw new DrawError(STORE_ERROR_TEXTS[language()].other(key));
			return text;
		},
		refuseExceededLimit(excess, key) {
			throw new DrawError(explainStoreExcess(language(), excess, key));
		}
	};
}

/** Returns the value as JSON; undefined for a function, for `undefined`, or for an object that contains itself. */
function jsonOf(value: unknown): string | undefined {
	try {
		return JSON.stringify(value) as string | undefined;
	} catch {
		return undefined;
	}
}

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
