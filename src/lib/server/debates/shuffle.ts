/** Where a position stands among the others: by chance, the same for everyone who looks, and told by nothing that anyone knows of its author. */
import { createHash } from 'node:crypto';

export function placeOf(assignment: string, member: string): string {
	return createHash('sha256').update(`${assignment}\n${member}`).digest('base64url').slice(0, 16);
}
