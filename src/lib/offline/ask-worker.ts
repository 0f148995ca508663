/** Asks a service worker, which another may replace at any moment. */
import type { WorkerAnswer, VisitedMessage } from './worker-messages.ts';

/** Resolves to null when the worker is replaced before it answers. */
export function askWorker(worker: ServiceWorker, message: VisitedMessage): Promise<WorkerAnswer | null> {
	const { port1: here, port2: there } = new MessageChannel();
	return new Promise((resolve) => {
		const finish = (answer: WorkerAnswer | null) => {
			worker.removeEventListener('statechange', checkState);
			here.close();
			resolve(answer);
		};
		const checkState = () => {
			if (worker.state === 'redundant') finish(null);
		};
		here.onmessage = (event: MessageEvent<WorkerAnswer>) => finish(event.data);
		worker.addEventListener('statechange', checkState);
		worker.postMessage(message, [there]);
		checkState();
	});
}
