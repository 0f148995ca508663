/** Texts by key, each key once. They are pairs, because a program may choose `__proto__` as a key. */
export type StoredItems = readonly (readonly [key: string, text: string])[];

/** Upper limits: the items of a project, and the characters of all its keys and texts together. */
export const STORED_ITEMS_LIMITS = { items: 100, characters: 20_000 };

export const countStoredCharacters = (items: Iterable<readonly [key: string, text: string]>): number => {
	let count = 0;
	for (const [key, text] of items) count += key.length + text.length;
	return count;
};

const isStoredItem = (value: unknown): value is [key: string, text: string] =>
	Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'string';

/** Undefined for anything but pairs of texts, with each key once and within the bounds. */
export function readStoredItems(value: unknown): StoredItems | undefined {
	if (!Array.isArray(value) || value.length > STORED_ITEMS_LIMITS.items || !value.every(isStoredItem)) return undefined;
	const items = value.map(([key, text]) => [key, text] as const);
	const hasEachKeyOnce = new Set(items.map(([key]) => key)).size === items.length;
	return hasEachKeyOnce && countStoredCharacters(items) <= STORED_ITEMS_LIMITS.characters ? items : undefined;
}
