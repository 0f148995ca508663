/** Remembers the versions that this browser sent as a page closed, whose answers nobody could wait for. */
const KEY = 'braise.sent-at-last';
const MOST = 20;

/** Ids of versions, the last first. */
function read(): string[] {
	try {
		return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
	} catch {
		return [];
	}
}

export function rememberSentOnClosing(version: string): void {
	try {
		localStorage.setItem(KEY, [version, ...read()].slice(0, MOST).join(' '));
	} catch {
		// The author may then have to choose between two versions of their own.
	}
}

export const wasSentOnClosing = (version: string): boolean => read().includes(version);

export function forgetSentOnClosing(): void {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Without storage nothing was remembered, so there is nothing to forget.
	}
}
