/** Names that the zip of a project reserves for Braise's own two files. */

export const ZIP_PROJECT_MARK_FILE = 'braise.json';
export const ZIP_PROBLEM_CARD_FILE = 'card.json';

/** Tells whether the zip reserves a name; capitals do not count, because some systems ignore them. */
export const isReservedZipName = (path: string): boolean =>
	[ZIP_PROJECT_MARK_FILE, ZIP_PROBLEM_CARD_FILE].includes(path.toLowerCase());
