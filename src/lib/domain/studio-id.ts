/** Ids of challenges made in the studio, which no challenge of the repository may have. */

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
