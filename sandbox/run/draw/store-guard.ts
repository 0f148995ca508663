/** Errors in plain words for values that cannot be kept. */
import { explainStoreExcess } from '../store/excess-text.ts';
import type { ExceededStoreLimit } from '../store/program-store.ts';
import { DrawError, type DrawLanguage } from './draw-error.ts';

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

export interface StoreGuard {
	/** Throws the error of a program that may not keep values, such as a challenge's. */
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
