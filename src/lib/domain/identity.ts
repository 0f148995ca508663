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

/** Matches ids of the studio. `exo-` begins an exercise's id, so that a page knows without the package that there is no decision. */
const STUDIO_ID_PATTERN = /^(?:own|exo)-[a-z0-9]{12}$/;
const ID_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

export const isStudioId = (id: string): boolean => STUDIO_ID_PATTERN.test(id);
export const isExerciseId = (id: string): boolean => isStudioId(id) && id.startsWith('exo-');

/** Makes an id in the browser; on the server it belongs to the first account that publishes under it. */
export function newStudioId({ isExercise = false } = {}): string {
	const bytes = crypto.getRandomValues(new Uint8Array(12));
	const letters = Array.from(bytes, (byte) => ID_CHARACTERS[byte % ID_CHARACTERS.length]).join('');
	return `${isExercise ? 'exo' : 'own'}-${letters}`;
}
