/** Loads the data of a page again whenever the page comes back into view. */
import { invalidateAll } from '$app/navigation';

/** Begins to listen, and returns a function that stops it. */
export function reloadWhenVisible(): () => void {
	const load = async () => {
		if (document.visibilityState !== 'visible') return;
		// Loading without an answer would put an error page in place of this one.
		const answers = await fetch('/healthz', { cache: 'no-store' }).then(
			({ ok }) => ok,
			() => false
		);
		if (answers) await invalidateAll();
	};
	const listener = () => void load();
	document.addEventListener('visibilitychange', listener);
	return () => document.removeEventListener('visibilitychange', listener);
}
