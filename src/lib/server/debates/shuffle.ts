/** Orders positions at random, the same for every viewer and independent of anything known of an author. */
import { createHash } from 'node:crypto';

export function shuffledPlaceOf(assignment: string, member: string): string {
	return createHash('sha256').update(`${assignment}\n${member}`).digest('base64url').slice(0, 16);
}
