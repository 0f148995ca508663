import { isWorkbenchAddress } from './addresses.ts';
import type { ServiceWorkerAnswer, ServiceWorkerMessage, PageVisitedMessage } from './worker-messages.ts';

/**
 * Longest wait for the workbench in milliseconds. The wait is always this long where TypeScript never becomes ready, as when Monaco
 * does not load.
 */
const LONGEST_WORKBENCH_WAIT_MS = 90_000;
/** Upper limit of workers to ask: a replaced worker may still be called active for a moment. */
const MOST_ASKED_SERVICE_WORKERS = 20;
const NEXT_WORKER_DELAY_MS = 500;
let visitCount = 0;
const TYPESCRIPT_READY_SELECTOR = '[data-typescript="ready"]';

const waitUntilBrowserIdle = () =>
	new Promise<void>((resolve) => {
		if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2000 });
		else setTimeout(resolve, 200);
	});

/**
 * Returns the addresses of files whose content stands in the page, but which the page would request when opened from the cache.
 */
const listInlinedFiles = (): string[] =>
	[...document.querySelectorAll<HTMLElement>('[data-drawn-from]')].flatMap(({ dataset }) =>
		dataset['drawnFrom'] === undefined ? [] : new URL(dataset['drawnFrom'], location.href).href
	);

/** Waits until the workbench has loaded its own files, so that the worker's requests do not compete with them for the connection. */
function waitForWorkbench(): Promise<void> {
	if (document.querySelector(TYPESCRIPT_READY_SELECTOR)) return Promise.resolve();
	return new Promise((resolve) => {
		const finish = () => {
			observer.disconnect();
			clearTimeout(limitTimer);
			resolve();
		};
		const observer = new MutationObserver(() => document.querySelector(TYPESCRIPT_READY_SELECTOR) && finish());
		observer.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-typescript'] });
		const limitTimer = setTimeout(finish, LONGEST_WORKBENCH_WAIT_MS);
	});
}

/** Asks a worker. Resolves to null when another worker replaces it before it answers. */
export function askServiceWorker(
	worker: ServiceWorker,
	message: PageVisitedMessage
): Promise<ServiceWorkerAnswer | null> {
	const { port1: here, port2: there } = new MessageChannel();
	return new Promise((resolve) => {
		const finish = (answer: ServiceWorkerAnswer | null) => {
			worker.removeEventListener('statechange', checkWorkerState);
			here.close();
			resolve(answer);
		};
		const checkWorkerState = () => {
			if (worker.state === 'redundant') finish(null);
		};
		here.onmessage = (event: MessageEvent<ServiceWorkerAnswer>) => finish(event.data);
		worker.addEventListener('statechange', checkWorkerState);
		worker.postMessage(message, [there]);
		checkWorkerState();
	});
}

async function askToKeepPage(message: PageVisitedMessage): Promise<boolean> {
	for (let times = 0; times < MOST_ASKED_SERVICE_WORKERS; times++) {
		const { active } = await navigator.serviceWorker.ready;
		if (!active) return false;
		const answer = await askServiceWorker(active, message);
		if (answer !== null) return answer.kept;
		await new Promise((resolve) => setTimeout(resolve, NEXT_WORKER_DELAY_MS));
	}
	return false;
}

/** Marks the document once the page would open without network; tests wait for this mark. */
export async function keepVisitedPage(): Promise<void> {
	const { href, pathname } = location;
	const container = navigator.serviceWorker;
	const at = (visitCount += 1);
	delete document.documentElement.dataset['without'];
	await (isWorkbenchAddress(pathname) ? waitForWorkbench() : waitUntilBrowserIdle());
	try {
		const registration = await container.register('/service-worker.js');
		const loadedAddresses = [
			...performance.getEntriesByType('resource').map(({ name }) => name),
			...listInlinedFiles()
		];
		const isKept = await askToKeepPage({ type: 'visited', address: href, loaded: loadedAddresses });
		if (isKept && at === visitCount) document.documentElement.dataset['without'] = 'network';
		// Let a new worker take over only after keeping the page: Chromium may take minutes to replace a worker that is still keeping a
		// page.
		if (!isWorkbenchAddress(location.pathname) && registration.waiting)
			registration.waiting.postMessage({ type: 'take over' } satisfies ServiceWorkerMessage);
	} catch {
		// The browser refuses storage, so this page cannot be kept for use without a network.
	}
}
