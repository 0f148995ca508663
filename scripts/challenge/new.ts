/** Creates a challenge from a small working template, which the author replaces piece by piece. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MANIFEST_FILE, SLUG_PATTERN } from '#lib/server/content/manifest.ts';
import { ArgumentError } from './arguments.ts';

export const TEMPLATE_FOLDER = fileURLToPath(new URL('./template', import.meta.url));

/** Creates the challenge in `folder` and returns its path. Throws `ArgumentError` for a bad or existing name. */
export function newChallenge(slug: string, folder: string): string {
	if (!SLUG_PATTERN.test(slug)) {
		throw new ArgumentError(
			`"${slug}" cannot be a name: small letters, digits and hyphens between them, such as le-bon-bac`
		);
	}
	const made = join(folder, slug);
	if (existsSync(made)) throw new ArgumentError(`${made} is there already`);
	try {
		mkdirSync(folder, { recursive: true });
		cpSync(TEMPLATE_FOLDER, made, { recursive: true });
		const manifest = join(made, MANIFEST_FILE);
		writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^id: .*$/m, `id: ${slug}`));
	} catch (error) {
		throw new ArgumentError(`${made} cannot be made: ${error instanceof Error ? error.message : String(error)}`);
	}
	return made;
}
