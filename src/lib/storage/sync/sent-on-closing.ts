/** Remembers versions sent as a page closed: no answer came, and the draft behind them may have gone on. */
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

export function rememberSentAtLast(version: string): void {
	try {
		localStorage.setItem(KEY, [version, ...read()].slice(0, MOST).join(' '));
	} catch {
		// The author may then have to choose between two versions of their own.
	}
}

export const isSentAtLast = (version: string): boolean => read().includes(version);

export function forgetSentAtLast(): void {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Nothing was remembered either.
	}
}
