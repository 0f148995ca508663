/** Remembers versions that were sent as a page closed, which could not wait for answers. */
import { browserValues } from '#lib/browser-values.ts';

const STORAGE_KEY = 'braise.sent-at-last';
const MOST_VERSIONS = 20;

/** Returns the ids of versions that were sent as a page closed, latest first. */
const readVersions = (): string[] => (browserValues.read(STORAGE_KEY) ?? '').split(' ').filter(Boolean);

/** Remembers a version. Where storage is refused, the author may later have to choose between two versions of their own. */
export function rememberSentOnClosing(version: string): void {
	browserValues.write(STORAGE_KEY, [version, ...readVersions()].slice(0, MOST_VERSIONS).join(' '));
}

export const wasSentOnClosing = (version: string): boolean => readVersions().includes(version);

export const forgetSentOnClosing = (): void => browserValues.remove(STORAGE_KEY);
