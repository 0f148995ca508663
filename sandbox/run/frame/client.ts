/** Makes the frame's workers, all from one source, whose address is made once. */
declare const WORKER_SOURCE: string;

const address = URL.createObjectURL(new Blob([WORKER_SOURCE], { type: 'text/javascript' }));

// Classic: a module worker from a blob does not start in a frame of opaque origin in Chromium.
export const startWorker = (): Worker => new Worker(address);
