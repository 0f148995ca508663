/** Passwords are hashed two at a time: first for people whose browser or card is known here, then for strangers, of whom only so many wait. */
import { AsyncLocalStorage } from 'node:async_hooks';

export type Lane = 'known' | 'stranger';

/** More would take the threads that read files and compress pages, and on two cores the time of everyone else. */
const AT_ONCE = 2;
/** Two classes that join in the same moment, and a little more. */
const MOST_STRANGERS = 80;
/** Seconds in which a full queue has usually emptied. */
export const BUSY_SECONDS = 10;

/** Too many strangers wait already: this one is not even looked at. */
export class TooManyStrangers extends Error {
	override name = 'TooManyStrangers';
}

export class HashQueue {
	#running = 0;
	readonly #waiting: Record<Lane, (() => void)[]> = { known: [], stranger: [] };

	constructor(
		private readonly atOnce = AT_ONCE,
		private readonly mostStrangers = MOST_STRANGERS
	) {}

	/** Throws TooManyStrangers when a stranger would find no place. To ask before anything is counted or looked up. */
	refuseWhenFull(lane: Lane): void {
		if (lane === 'stranger' && this.#waiting.stranger.length >= this.mostStrangers) throw new TooManyStrangers();
	}

	async run<Value>(lane: Lane, work: () => Promise<Value>): Promise<Value> {
		this.refuseWhenFull(lane);
		if (this.#running >= this.atOnce) await new Promise<void>((turn) => this.#waiting[lane].push(turn));
		else this.#running += 1;
		try {
			return await work();
		} finally {
			// Whoever is next takes the place over, so that nobody slips in between.
			const next = this.#waiting.known.shift() ?? this.#waiting.stranger.shift();
			if (next) next();
			else this.#running -= 1;
		}
	}
}

/** The one of this process. */
export const hashQueue = new HashQueue();
const lanes = new AsyncLocalStorage<Lane>();

/** All that `work` hashes waits in this lane; outside of any it is a stranger's. */
export const inLane = <Value>(lane: Lane, work: () => Promise<Value>): Promise<Value> => lanes.run(lane, work);

export const queued = <Value>(work: () => Promise<Value>): Promise<Value> =>
	hashQueue.run(lanes.getStore() ?? 'stranger', work);
