/** Names of the two files that an exported project has for itself, beside those of the student. */

export const PROJECT_MARK_FILE = 'braise.json';
export const PROBLEM_CARD_FILE = 'card.json';

/** Returns whether the name is one of these. Capitals do not count, because some systems ignore them. */
export const isZipName = (path: string): boolean => [PROJECT_MARK_FILE, PROBLEM_CARD_FILE].includes(path.toLowerCase());
