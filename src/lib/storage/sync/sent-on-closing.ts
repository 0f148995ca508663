/** Remembers the versions that this browser sent as a page closed, whose answers nobody could wait for. */
const STORAGE_KEY = 'braise.sent-at-last';
const MOST_VERSIONS = 20;

/** Ids of versions, the last first. */
function readVersions(): string[] {
	try {
		return (localStorage.getItem(STORAGE_KEY) ?? '').split(' ').filter(Boolean);
	} catch {
		return [];
	}
}

export function rememberSentOnClosing(version: string): void {
	try {
		localStorage.setItem(STORAGE_KEY, [version, ...readVersions()].slice(0, MOST_VERSIONS).join(' '));
	} catch {
		// The author may then have to choose between two versions of their own.
	}
}

export const wasSentOnClosing = (version: string): boolean => readVersions().includes(version);

export function forgetSentOnClosing(): void {
	try {
		localStorage.removeItem(STORAGE_KEY);
	} catch {
		// Without storage nothing was remembered, so there is nothing to forget.
	}
}
