/** Formats one file of a challenge as the repository's own are. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, type FormatConfig } from 'oxfmt';

const FORMATTED = /\.(?:ts|yaml|md|json)$/;
/** Students read these as they are written; a mutant names a part of the solution. */
const AS_WRITTEN = /^(?:start|private)\/.*\.ts$/;
/** An author's own settings stand anywhere on the disk; all challenges are formatted alike. */
const SETTINGS_FILE = fileURLToPath(new URL('../../../.oxfmtrc.json', import.meta.url));

/** Returns the text formatted, or as it is where it has a fault that the check reports. */
export async function formatText(path: string, text: string): Promise<string> {
	if (!FORMATTED.test(path) || AS_WRITTEN.test(path)) return text;
	const { code, errors } = await format(path, text, JSON.parse(readFileSync(SETTINGS_FILE, 'utf8')) as FormatConfig);
	return errors.length === 0 ? code : text;
}
