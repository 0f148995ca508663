/** Says in plain words why a program's item has no room. */
import { STORED_ITEMS_LIMITS } from '../../stored-items.ts';
import type { ExceededStoreLimit } from './program-store.ts';

const { items, characters } = STORED_ITEMS_LIMITS;
const STORE_EXCESS_TEXTS = {
	fr: {
		items: (key: string) =>
			`« ${key} » n’est pas gardé : la mémoire du projet a ${items} clés au plus. Enlèves-en avec removeItem.`,
		characters: (key: string) =>
			`« ${key} » n’est pas gardé : la mémoire du projet a ${characters} caractères au plus. Enlève quelque chose avec removeItem.`
	},
	en: {
		items: (key: string) =>
			`“${key}” is not kept: the project’s memory has ${items} keys at most. Remove some with removeItem.`,
		characters: (key: string) =>
			`“${key}” is not kept: the project’s memory has ${characters} characters at most. Remove something with removeItem.`
	}
} satisfies Record<string, Record<ExceededStoreLimit, (key: string) => string>>;

/** Upper limit of characters that a message shows of a key. */
const MAX_SHOWN_KEY_CHARACTERS = 40;

export function explainStoreExcess(language: string, excess: ExceededStoreLimit, key: string): string {
	const shownKey = key.length > MAX_SHOWN_KEY_CHARACTERS ? `${key.slice(0, MAX_SHOWN_KEY_CHARACTERS)}…` : key;
	return STORE_EXCESS_TEXTS[language === 'en' ? 'en' : 'fr'][excess](shownKey);
}
