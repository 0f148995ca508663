/** Formats one file of a challenge as the repository's own are. */
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const FORMATTED = /\.(?:ts|yaml|md|json)$/;
/** Students read these as they are written; a mutant names a part of the solution. */
const AS_WRITTEN = /^(?:start|private)\/.*\.ts$/;
const REPOSITORY_FILE = fileURLToPath(new URL('../../../package.json', import.meta.url));

/** Returns the text formatted, or as it is where it has a fault that the check reports. */
export async function formatText(path: string, text: string): Promise<string> {
	if (!FORMATTED.test(path) || AS_WRITTEN.test(path)) return text;
	// An author's own settings stand anywhere on the disk; all challenges are formatted alike.
	const options = await resolveConfig(REPOSITORY_FILE);
	try {
		return await format(text, { ...options, plugins: [], filepath: path });
	} catch {
		return text;
	}
}
