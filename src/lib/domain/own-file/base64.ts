/** Bytes converted per call: every browser's `String.fromCharCode` takes this many arguments. */
const BASE64_CHUNK_BYTES = 8192;

export function toBase64(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += BASE64_CHUNK_BYTES)
		text += String.fromCharCode(...bytes.subarray(at, at + BASE64_CHUNK_BYTES));
	return btoa(text);
}

/** Reads bytes from base64; undefined for any other text. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
	try {
		return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
	} catch {
		return undefined;
	}
}
