/** What a page and the service worker say to each other. */

/** A page asked for under this header is drawn for nobody, and told so: it is kept for when the network is away. */
export const KEEPING = 'braise-keeping';

/** In the place of an error's message: neither the network nor this browser has the page. */
export const NO_NETWORK = 'no network';

/** In the place of an error's message: the page was kept, and this browser no longer knows who is at work. */
export const SIGNED_OUT = 'signed out';

/** A page is open and has loaded these of our files. The answer comes through the port that comes along. */
export interface Visited {
	type: 'visited';
	address: string;
	loaded: string[];
}

/** A new version waits, and nobody is in the middle of something here. */
export interface TakeOver {
	type: 'take over';
}

export type ToWorker = Visited | TakeOver;

/** Whether the page, and what it needs, is kept now. */
export interface Answer {
	kept: boolean;
}

export function parseToWorker(value: unknown): ToWorker | undefined {
	if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
	if (value.type === 'take over') return { type: 'take over' };
	if (value.type !== 'visited' || !('address' in value) || !('loaded' in value)) return undefined;
	const { address, loaded } = value;
	if (typeof address !== 'string' || !Array.isArray(loaded)) return undefined;
	return { type: 'visited', address, loaded: loaded.filter((each) => typeof each === 'string') };
}
