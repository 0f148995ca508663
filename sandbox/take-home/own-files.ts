/** Encodes a project's own files as text for a take-home file, and decodes them there. */
import type { OwnFiles } from '../contract.ts';

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
