/** Milliseconds until the sync code is asked for again after it could not be loaded. */
const LOAD_RETRY_MS = 5000;

export function startSyncWhenLoaded(account: string): () => void {
	let stopSync: (() => void) | undefined;
	let hasLeft = false;
	let retryTimer: ReturnType<typeof setTimeout> | undefined;
	async function loadAndStart(): Promise<void> {
		const sync = await import('./page.ts').catch(() => undefined);
		if (hasLeft) return;
		if (sync) stopSync = sync.startSync(account);
		else retryTimer = setTimeout(() => void loadAndStart(), LOAD_RETRY_MS);
	}
	void loadAndStart();
	return () => {
		hasLeft = true;
		clearTimeout(retryTimer);
		stopSync?.();
	};
}
