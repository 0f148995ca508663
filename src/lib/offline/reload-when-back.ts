import { tabValues } from '#lib/browser-values.ts';

/** Milliseconds. */
const RETRY_MS = 3000;
const RELOADED_KEY = 'looked again';

/** Reloads once the server answers again; if it was never away, only once per address and tab. Returns a stop function. */
export function reloadWhenBack(): () => void {
	let wasAway = false;
	const checkServer = async () => {
		const answers = await fetch('/healthz', { cache: 'no-store' }).then(
			({ ok }) => ok,
			() => false
		);
		if (!answers) wasAway = true;
		else if (wasAway || isFirstReload()) location.reload();
	};
	const timer = setInterval(() => void checkServer(), RETRY_MS);
	return () => clearInterval(timer);
}

function isFirstReload(): boolean {
	const { pathname } = location;
	if (tabValues.read(RELOADED_KEY) === pathname) return false;
	tabValues.write(RELOADED_KEY, pathname);
	// Where storage is refused, reloads cannot be counted, so do not reload.
	return tabValues.read(RELOADED_KEY) === pathname;
}
