/** Names what a teller approves: all of a folder that they were shown, whatever else its maker writes. */
import { createHash } from 'node:crypto';
import { isPrivatePath } from '#lib/domain/challenge-folder.ts';
import { fingerprintOf } from '#lib/domain/fingerprint.ts';
import { MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import type { Files } from '#sandbox/contract.ts';

const OTHER_LINES = /^(?:partner|reviewer|version):.*\n?/gm;
/** A teller's name is their wish, which comes with the approval; writing it also changes how the card ends. */
const withoutNames = (card: string): string => card.replace(OTHER_LINES, '').trimEnd();

/** Leaves out lesson plan, mutants, held-back checks, version number and names. */
export function shownHash(files: Files): string {
	const shown = Object.entries(files).filter(([path]) => !isPrivatePath(path) || path.startsWith('private/solution/'));
	const compared = shown.map(([path, text]) => [path, path === MANIFEST_FILE ? withoutNames(text) : text]);
	return createHash('sha256')
		.update(fingerprintOf(Object.fromEntries(compared)))
		.digest('hex');
}
