/** Tells the service worker which page is open, once it is idle; plain http has no worker. */
import { isWorkbench } from './addresses.ts';
import type { Answer, ToWorker } from './worker-messages.ts';

/** Milliseconds. The plain editor never reports TypeScript as ready. */
const LONGEST_WAIT = 90_000;
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

function tell(worker: ServiceWorker, message: ToWorker): Promise<Answer> {
	const { port1: here, port2: there } = new MessageChannel();
	return new Promise((resolve) => {
		here.onmessage = (event: MessageEvent<Answer>) => {
			resolve(event.data);
			here.close();
		};
		worker.postMessage(message, [there]);
	});
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
			registration.waiting.postMessage({ type: 'take over' });
		const { active } = await container.ready;
		if (!active) return;
		const loaded = [...performance.getEntriesByType('resource').map(({ name }) => name), ...drawnFrom()];
		const { kept } = await tell(active, { type: 'visited', address: href, loaded });
		if (kept && at === visits) document.documentElement.dataset['without'] = 'network';
	} catch {
		// Storage is refused, so the app needs the network, as without a service worker.
	}
}
