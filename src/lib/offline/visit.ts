/** Tells the service worker which page is open, once it is idle; plain http has no worker. */
import { isWorkbench } from './addresses.ts';
import { askWorker } from './ask-worker.ts';
import type { ToWorker, Visited } from './worker-messages.ts';

/** Milliseconds. The plain editor never reports TypeScript as ready. */
const LONGEST_WAIT = 90_000;
/** A worker that was replaced may stand as the active one for a moment. */
const MOST_WORKERS = 20;
/** Milliseconds. */
const BETWEEN_WORKERS = 500;
let visits = 0;
const READY = '[data-typescript="ready"]';

const idle = () =>
	new Promise<void>((resolve) => {
		if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2000 });
		else setTimeout(resolve, 200);
	});

/** Files inlined in the page, which it would request when opened from the cache. */
const drawnFrom = (): string[] =>
	[...document.querySelectorAll<HTMLElement>('[data-drawn-from]')].flatMap(({ dataset }) =>
		dataset['drawnFrom'] === undefined ? [] : new URL(dataset['drawnFrom'], location.href).href
	);

/** Waits for the workbench's own files, since both share one connection. */
function workbenchReady(): Promise<void> {
	if (document.querySelector(READY)) return Promise.resolve();
	return new Promise((resolve) => {
		const done = () => {
			observer.disconnect();
			clearTimeout(limit);
			resolve();
		};
		const observer = new MutationObserver(() => document.querySelector(READY) && done());
		observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-typescript'] });
		const limit = setTimeout(done, LONGEST_WAIT);
	});
}

/** Lets the worker of this moment keep the page; asks the next one when it is replaced meanwhile. */
async function keepPage(message: Visited): Promise<boolean> {
	for (let times = 0; times < MOST_WORKERS; times++) {
		const { active } = await navigator.serviceWorker.ready;
		if (!active) return false;
		const answer = await askWorker(active, message);
		if (answer !== null) return answer.kept;
		await new Promise((resolve) => setTimeout(resolve, BETWEEN_WORKERS));
	}
	return false;
}

/** Called after each navigation. Marks the page once it would open without network; tests wait for this mark. */
export async function preparePage(): Promise<void> {
	const { href, pathname } = location;
	const container = navigator.serviceWorker;
	const at = (visits += 1);
	delete document.documentElement.dataset['without'];
	await (isWorkbench(pathname) ? workbenchReady() : idle());
	try {
		const registration = await container.register('/service-worker.js');
		if (!isWorkbench(location.pathname) && registration.waiting)
			registration.waiting.postMessage({ type: 'take over' } satisfies ToWorker);
		const loaded = [...performance.getEntriesByType('resource').map(({ name }) => name), ...drawnFrom()];
		const isKept = await keepPage({ type: 'visited', address: href, loaded });
		if (isKept && at === visits) document.documentElement.dataset['without'] = 'network';
	} catch {
		// Storage is refused, so the app needs the network, as without a service worker.
	}
}
