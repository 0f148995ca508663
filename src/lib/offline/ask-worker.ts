/** Asks a service worker, which another may replace at any moment. */
import type { Answer, Visited } from './worker-messages.ts';

/** Resolves to null when the worker is replaced before it answers. */
export function askWorker(worker: ServiceWorker, message: Visited): Promise<Answer | null> {
	const { port1: here, port2: there } = new MessageChannel();
	return new Promise((resolve) => {
		const end = (answer: Answer | null) => {
			worker.removeEventListener('statechange', look);
			here.close();
			resolve(answer);
		};
		const look = () => {
			if (worker.state === 'redundant') end(null);
		};
		here.onmessage = (event: MessageEvent<Answer>) => end(event.data);
		worker.addEventListener('statechange', look);
		worker.postMessage(message, [there]);
		look();
	});
}
