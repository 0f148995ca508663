/** Creates the frame's workers and the documents of page programs. */
declare const WORKER_SOURCE: string;
declare const PAGE_DOCUMENT: string;

const workerAddress = URL.createObjectURL(new Blob([WORKER_SOURCE], { type: 'text/javascript' }));

// A classic worker: in Chromium, a module worker from a blob does not start in a frame of opaque origin.
export const startWorker = (): Worker => new Worker(workerAddress);

/** Creates a page frame. Its origin is its own, so that a page reaches neither the runner nor the previous page. */
export function startPage(title: string): HTMLIFrameElement {
	const frame = document.createElement('iframe');
	frame.setAttribute('sandbox', 'allow-scripts');
	frame.setAttribute('allow', '');
	frame.setAttribute('referrerpolicy', 'no-referrer');
	frame.className = 'page';
	frame.title = title;
	frame.srcdoc = PAGE_DOCUMENT;
	return frame;
}
