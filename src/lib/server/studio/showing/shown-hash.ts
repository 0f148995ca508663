/** Computes the hash of what a teller approves: the parts of a folder that they were shown. */
import { createHash } from 'node:crypto';
import { isPrivateChallengePath } from '#lib/domain/challenge-folder.ts';
import { toComparableText } from '#lib/domain/parse.ts';
import { CHALLENGE_MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import type { Files } from '#sandbox/contract.ts';

const NAME_AND_VERSION_LINES_PATTERN = /^(?:partner|reviewer|version):.*\n?/gm;
/**
 * Removes names and version number from challenge.yaml, because adding the teller's name after an approval must not end the
 * approval. Also trims the end, which changes when a name is written.
 */
const removeNamesAndVersion = (manifest: string): string =>
	manifest.replace(NAME_AND_VERSION_LINES_PATTERN, '').trimEnd();

/** Hashes a folder without lesson plan, mutants, held-back checks, version number and names. */
export function hashShownParts(files: Files): string {
	const shownFiles = Object.entries(files).filter(
		([path]) => !isPrivateChallengePath(path) || path.startsWith('private/solution/')
	);
	const comparedFiles = shownFiles.map(([path, text]) => [
		path,
		path === CHALLENGE_MANIFEST_FILE ? removeNamesAndVersion(text) : text
	]);
	return createHash('sha256')
		.update(toComparableText(Object.fromEntries(comparedFiles)))
		.digest('hex');
}
