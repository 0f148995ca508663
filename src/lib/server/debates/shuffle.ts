/** Gives each position a random place, the same for every viewer and independent of its author. */
import { createHash } from 'node:crypto';

export function shuffledPlaceOf(assignment: string, member: string): string {
	return createHash('sha256').update(`${assignment}\n${member}`).digest('base64url').slice(0, 16);
}
