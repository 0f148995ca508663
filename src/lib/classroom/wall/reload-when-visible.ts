/** Loads the data of a page again, now or whenever the page comes back into view. */
import { invalidateAll } from '$app/navigation';

/** Loads the page's data again. Resolves to false, and changes nothing, where the server does not answer. */
export async function loadPageAgain(): Promise<boolean> {
	// Loading without an answer would put an error page in place of this one.
	const answers = await fetch('/healthz', { cache: 'no-store' }).then(
		({ ok }) => ok,
		() => false
	);
	if (answers) await invalidateAll();
	return answers;
}

/** Begins to listen, and returns a function that stops it. */
export function reloadWhenVisible(): () => void {
	const listener = () => {
		if (document.visibilityState === 'visible') void loadPageAgain();
	};
	document.addEventListener('visibilitychange', listener);
	return () => document.removeEventListener('visibilitychange', listener);
}
