declare const WORKER_SOURCE: string;
declare const PAGE_DOCUMENT: string;

const workerAddress = URL.createObjectURL(new Blob([WORKER_SOURCE], { type: 'text/javascript' }));

// This is a classic worker, because in Chromium a module worker from a blob does not start in a frame of opaque origin.
export const startWorker = (): Worker => new Worker(workerAddress);

/** The frame has its own origin, so that the page reaches neither the runner nor an earlier page. */
export function createPageFrame(title: string): HTMLIFrameElement {
	const frame = document.createElement('iframe');
	frame.setAttribute('sandbox', 'allow-scripts');
	frame.setAttribute('allow', '');
	frame.setAttribute('referrerpolicy', 'no-referrer');
	frame.className = 'page';
	frame.title = title;
	frame.srcdoc = PAGE_DOCUMENT;
	return frame;
}
