/** Names what a teller approves: all of a folder that they were shown, whatever else its maker writes. */
import { createHash } from 'node:crypto';
import { isPrivatePath } from '#lib/domain/challenge-folder.ts';
import { fingerprintOf } from '#lib/domain/fingerprint.ts';
import { MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import type { Files } from '#sandbox/contract.ts';

/** How the teller is named is their wish, which comes with the approval. */
const OTHER_LINES = /^(?:partner|reviewer|version):.*\n?/gm;

/** Leaves out lesson plan, mutants, held-back checks, version number and names. */
export function shownHash(files: Files): string {
	const shown = Object.entries(files).filter(([path]) => !isPrivatePath(path) || path.startsWith('private/solution/'));
	const compared = shown.map(([path, text]) => [path, path === MANIFEST_FILE ? text.replace(OTHER_LINES, '') : text]);
	return createHash('sha256')
		.update(fingerprintOf(Object.fromEntries(compared)))
		.digest('hex');
}
