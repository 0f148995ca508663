/** Makes and checks the ids of works, versions, submissions and accounts. */
import * as v from 'valibot';

const ID_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;
export const idSchema = v.pipe(v.string(), v.regex(ID_PATTERN));
export const isId = (text: string | null | undefined): text is string => v.is(idSchema, text);

/** Makes an id in the browser. It uses getRandomValues, because crypto.randomUUID is absent over plain http. */
export function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	const view = new DataView(bytes.buffer);
	view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x40);
	view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
