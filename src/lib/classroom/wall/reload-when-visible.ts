import { invalidateAll } from '$app/navigation';

/** Reloads the page's data. Resolves to false and changes nothing when the server does not answer. */
export async function reloadPageData(): Promise<boolean> {
	// Ask the server first: reloading without an answer would show an error page instead of this page.
	const answers = await fetch('/healthz', { cache: 'no-store' }).then(
		({ ok }) => ok,
		() => false
	);
	if (answers) await invalidateAll();
	return answers;
}

export function reloadWhenVisible(): () => void {
	const reloadIfVisible = () => {
		if (document.visibilityState === 'visible') void reloadPageData();
	};
	document.addEventListener('visibilitychange', reloadIfVisible);
	return () => document.removeEventListener('visibilitychange', reloadIfVisible);
}
