/** The messages between a page and the service worker. */

/** Request header for pages without personal data, which may be kept for use without network. */
export const OFFLINE_COPY_HEADER = 'braise-keeping';

/** Error message when neither the network nor this browser has the page. */
export const NO_NETWORK_MESSAGE = 'no network';

/** Error message when the page was kept but this browser no longer knows who is signed in. */
export const SIGNED_OUT_MESSAGE = 'signed out';

/** A page is open and has loaded these files. The worker answers through the transferred port. */
export interface VisitedMessage {
	type: 'visited';
	address: string;
	loaded: string[];
}

/** A new version waits, and no work is open in this page. */
interface TakeOverMessage {
	type: 'take over';
}

export type WorkerMessage = VisitedMessage | TakeOverMessage;

export interface WorkerAnswer {
	kept: boolean;
}

export function parseWorkerMessage(value: unknown): WorkerMessage | undefined {
	if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
	if (value.type === 'take over') return { type: 'take over' };
	if (value.type !== 'visited' || !('address' in value) || !('loaded' in value)) return undefined;
	const { address, loaded } = value;
	if (typeof address !== 'string' || !Array.isArray(loaded)) return undefined;
	return { type: 'visited', address, loaded: loaded.filter((each) => typeof each === 'string') };
}
