/** Remembers the versions that this browser sent as a page closed, whose answers nobody could wait for. */
import { browserValues } from '#lib/browser-values.ts';

const STORAGE_KEY = 'braise.sent-at-last';
const MOST_VERSIONS = 20;

/** Ids of versions, the last first. */
const readVersions = (): string[] => (browserValues.read(STORAGE_KEY) ?? '').split(' ').filter(Boolean);

/** Where storage is refused, the author may have to choose between two versions of their own. */
export function rememberSentOnClosing(version: string): void {
	browserValues.write(STORAGE_KEY, [version, ...readVersions()].slice(0, MOST_VERSIONS).join(' '));
}

export const wasSentOnClosing = (version: string): boolean => readVersions().includes(version);

export const forgetSentOnClosing = (): void => browserValues.remove(STORAGE_KEY);
