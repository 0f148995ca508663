import { expect, test } from 'vitest';
import { askServiceWorker } from './keep-visited-page.ts';
import type { PageVisitedMessage } from './worker-messages.ts';

const visitedMessage: PageVisitedMessage = { type: 'visited', address: 'http://localhost/fr', loaded: [] };

/** Stands in for a service worker and answers as `act` does. */
class StubbedWorker extends EventTarget {
	state = 'activated';
	constructor(readonly act: (worker: StubbedWorker, port: MessagePort) => void) {
		super();
	}
	postMessage(_: PageVisitedMessage, [port]: MessagePort[]) {
		if (port) this.act(this, port);
	}
	replace() {
		this.state = 'redundant';
		this.dispatchEvent(new Event('statechange'));
	}
}
const askStubbedWorker = (act: StubbedWorker['act']) =>
	askServiceWorker(new StubbedWorker(act) as unknown as ServiceWorker, visitedMessage);

test('the service worker’s answer is passed on to the page', async () => {
	expect(await askStubbedWorker((_, port) => port.postMessage({ kept: true }))).toEqual({ kept: true });
});

test('a page stops waiting for a service worker that is replaced before it answers', async () => {
	expect(await askStubbedWorker((worker) => queueMicrotask(() => worker.replace()))).toBeNull();
	expect(await askStubbedWorker((worker) => (worker.state = 'redundant'))).toBeNull();
});
