import type { OwnFiles } from '../contract.ts';
import { ProgramStore } from '../run/store/program-store.ts';
import { readStoredItems, type StoredItems } from '../stored-items.ts';

/** Content of each file as a `data:` address, by path. */
export type EncodedFiles = Record<string, string>;

export async function encodeFiles(files: OwnFiles): Promise<EncodedFiles> {
	const encodedEntries = await Promise.all(
		Object.entries(files).map(async ([path, content]) => [path, await encodeFile(content)] as const)
	);
	return Object.fromEntries(encodedEntries);
}

function encodeFile(content: Blob): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(reader.error ?? new Error('A file could not be read.'));
		reader.readAsDataURL(content);
	});
}

/** Decodes the addresses by hand, because a page opened from a disk may not fetch, not even `data:` addresses. */
export function decodeFiles(encodedFiles: EncodedFiles): OwnFiles {
	return Object.fromEntries(
		Object.entries(encodedFiles).map(([path, address]) => {
			const [head = '', content = ''] = address.split(',');
			const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
			return [path, new Blob([bytes], { type: /^data:([^;]*)/.exec(head)?.[1] ?? '' })];
		})
	);
}

export interface TakeHomeStore {
	/** Name under which the browser keeps the items. It is unique, because all files on a disk may share one storage. */
	name: string;
	/** The items that the program had kept when it was taken home; used until the program at home keeps an item. */
	items: StoredItems;
}

export function createTakeHomeStore(items: StoredItems): TakeHomeStore {
	const numbers = crypto.getRandomValues(new Uint32Array(3));
	return { name: `braise-${[...numbers].map((number) => number.toString(36)).join('')}`, items };
}

export function openTakeHomeStore({ name, items }: TakeHomeStore): ProgramStore {
	const storage = findBrowserStorage();
	return new ProgramStore(parseKeptItems(storage?.getItem(name) ?? '') ?? items, (store) => {
		try {
			storage?.setItem(name, JSON.stringify(store.items));
		} catch {
			// When the browser's storage is full, nothing more is saved; the program keeps its items in memory until it is closed.
		}
	});
}

/** Returns the browser's own storage; undefined where it refuses storage to files. */
function findBrowserStorage(): Storage | undefined {
	try {
		return localStorage;
	} catch {
		return undefined;
	}
}

function parseKeptItems(text: string): StoredItems | undefined {
	try {
		return readStoredItems(JSON.parse(text));
	} catch {
		return undefined;
	}
}
