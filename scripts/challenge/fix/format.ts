/** Formats a file of a challenge like the files of the repository. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, type FormatConfig } from 'oxfmt';

const FORMATTED_PATH_PATTERN = /\.(?:ts|yaml|md|json)$/;
/**
 * Files that are not formatted: students read start files as their author wrote them, and a mutant quotes a part of the solution.
 */
const UNFORMATTED_PATH_PATTERN = /^(?:start|private)\/.*\.ts$/;
/**
 * The repository's own settings, also for an author's folder elsewhere on the disk, so that all challenges are formatted alike.
 */
const FORMATTER_SETTINGS_FILE = fileURLToPath(new URL('../../../.oxfmtrc.json', import.meta.url));

/** Returns the formatted text; the unchanged text when it has an error, which the check reports. */
export async function formatChallengeFile(path: string, text: string): Promise<string> {
	if (!FORMATTED_PATH_PATTERN.test(path) || UNFORMATTED_PATH_PATTERN.test(path)) return text;
	const { code, errors } = await format(
		path,
		text,
		JSON.parse(readFileSync(FORMATTER_SETTINGS_FILE, 'utf8')) as FormatConfig
	);
	return errors.length === 0 ? code : text;
}
