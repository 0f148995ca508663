import { tabValueStore } from '#lib/browser-values.ts';

const SERVER_RETRY_MS = 3000;
const RELOADED_PATH_KEY = 'looked again';

/**
 * Reloads the page once the server answers again. If the server was never away, it does not reload the same address twice in a row.
 * Returns a function that stops; an answer that comes after that reloads nothing.
 */
export function reloadWhenServerAnswers(): () => void {
	let wasAway = false;
	let isStopped = false;
	const stop = (): void => {
		isStopped = true;
		clearInterval(timer);
	};
	const checkServer = async () => {
		const doesAnswer = await fetch('/healthz', { cache: 'no-store' }).then(
			({ ok }) => ok,
			() => false
		);
		if (isStopped) return;
		if (!doesAnswer) wasAway = true;
		else if (wasAway || isFirstReload()) {
			// Stop first, because the answers to other requests still under way must not reload the page again.
			stop();
			location.reload();
		}
	};
	const timer = setInterval(() => void checkServer(), SERVER_RETRY_MS);
	return stop;
}

function isFirstReload(): boolean {
	const { pathname } = location;
	if (tabValueStore.read(RELOADED_PATH_KEY) === pathname) return false;
	tabValueStore.write(RELOADED_PATH_KEY, pathname);
	// Where storage is refused, reloads cannot be counted, so the page counts as reloaded already.
	return tabValueStore.read(RELOADED_PATH_KEY) === pathname;
}
