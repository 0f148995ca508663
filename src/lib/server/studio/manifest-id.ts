/** Finds the id that challenge.yaml gives a folder. */
import { MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import type { Files } from '#sandbox/contract.ts';

/**
 * Returns the id from its line alone, without parsing the file; empty when there is none. The check parses the file, and reports an id that
 * differs from the folder's name.
 */
export function readManifestId(files: Files): string {
	return /^id:\s*['"]?([a-z0-9-]+)/m.exec(files[MANIFEST_FILE] ?? '')?.[1] ?? '';
}
