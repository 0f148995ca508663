/** The id that a folder's card gives itself, by which the folder is called. */
import { MANIFEST_FILE } from '#lib/server/content/manifest.ts';
import type { Files } from '#sandbox/contract.ts';

/** Reads one line only; the check reads the whole card, and reports a name that differs. */
export function idInManifest(files: Files): string {
	return /^id:\s*['"]?([a-z0-9-]+)/m.exec(files[MANIFEST_FILE] ?? '')?.[1] ?? '';
}
