/** Types of the service worker's global scope; TypeScript's own conflict with those of pages. */
interface ExtendableWorkerEvent extends Event {
	waitUntil(done: Promise<unknown>): void;
}
export interface ServiceWorkerFetchEvent extends ExtendableWorkerEvent {
	readonly request: Request;
	respondWith(response: Promise<Response>): void;
}
interface WorkerMessageEvent extends ExtendableWorkerEvent {
	readonly data: unknown;
	readonly ports: readonly MessagePort[];
}
export interface ServiceWorkerScope {
	skipWaiting(): Promise<void>;
	readonly clients: {
		claim(): Promise<void>;
		matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly { url: string }[]>;
	};
	addEventListener(type: 'install' | 'activate', listener: (event: ExtendableWorkerEvent) => void): void;
	addEventListener(type: 'fetch', listener: (event: ServiceWorkerFetchEvent) => void): void;
	addEventListener(type: 'message', listener: (event: WorkerMessageEvent) => void): void;
}
