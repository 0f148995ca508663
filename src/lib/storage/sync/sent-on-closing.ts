import { browserValueStore } from '#lib/browser-values.ts';

const SENT_VERSIONS_STORAGE_KEY = 'braise.sent-at-last';
const MOST_REMEMBERED_VERSIONS = 20;

/** Returns the ids of versions that were sent as a page closed, latest first. */
const readSentVersionIds = (): string[] =>
	(browserValueStore.read(SENT_VERSIONS_STORAGE_KEY) ?? '').split(' ').filter(Boolean);

/** Remembers a version. Where storage is refused, the author may later have to choose between two versions of their own. */
export function rememberVersionSentOnClosing(version: string): void {
	browserValueStore.write(
		SENT_VERSIONS_STORAGE_KEY,
		[version, ...readSentVersionIds()].slice(0, MOST_REMEMBERED_VERSIONS).join(' ')
	);
}

export const wasVersionSentOnClosing = (version: string): boolean => readSentVersionIds().includes(version);

export const forgetVersionsSentOnClosing = (): void => browserValueStore.remove(SENT_VERSIONS_STORAGE_KEY);
