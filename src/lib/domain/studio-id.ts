/** Ids of challenges made in the studio, which no challenge of the repository may have. */

const STUDIO_ID = /^own-[a-z0-9]{12}$/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

export const isStudioId = (id: string): boolean => STUDIO_ID.test(id);

/** Makes an id on the client; the server gives it to the first account that publishes under it. */
export function newStudioId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(12));
	return `own-${Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('')}`;
}
