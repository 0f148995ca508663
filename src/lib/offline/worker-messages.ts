/** Request header that asks for a page without personal data, to keep for use without network. */
export const OFFLINE_COPY_HEADER = 'braise-keeping';

/** Message of the error shown when neither the network nor this browser has the page. */
export const NO_NETWORK_MESSAGE = 'no network';

/** Message of the error shown when the page was kept, but this browser no longer knows who is signed in. */
export const SIGNED_OUT_MESSAGE = 'signed out';

/** Tells the worker that a page is open and which files it has loaded. The worker answers through the transferred port. */
export interface PageVisitedMessage {
	type: 'visited';
	address: string;
	loaded: string[];
}

/** Tells a waiting new worker to take over, because no work is open in this page. */
interface WorkerTakeOverMessage {
	type: 'take over';
}

export type ServiceWorkerMessage = PageVisitedMessage | WorkerTakeOverMessage;

export interface ServiceWorkerAnswer {
	kept: boolean;
}

export function parseWorkerMessage(value: unknown): ServiceWorkerMessage | undefined {
	if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
	if (value.type === 'take over') return { type: 'take over' };
	if (value.type !== 'visited' || !('address' in value) || !('loaded' in value)) return undefined;
	const { address, loaded } = value;
	if (typeof address !== 'string' || !Array.isArray(loaded)) return undefined;
	return { type: 'visited', address, loaded: loaded.filter((each) => typeof each === 'string') };
}
