import { AsyncLocalStorage } from 'node:async_hooks';

export type HashLane = 'known' | 'stranger';

/** More at once would occupy the threads that read files and compress pages on a machine with two cores. */
const MOST_HASHES_AT_ONCE = 2;
/** Upper limit of waiting requests from unknown browsers: two classes that join at the same moment, and a few more. */
const MOST_WAITING_STRANGERS = 80;
export const HASH_QUEUE_RETRY_SECONDS = 10;

/** Thrown before anything is checked when too many requests from unknown browsers wait already. */
export class HashQueueFull extends Error {
	override name = 'HashQueueFull';
}

export class HashQueue {
	#runningCount = 0;
	readonly #waitingTurns: Record<HashLane, (() => void)[]> = { known: [], stranger: [] };

	constructor(
		private readonly atOnce = MOST_HASHES_AT_ONCE,
		private readonly mostStrangers = MOST_WAITING_STRANGERS
	) {}

	/** Throws HashQueueFull when the queue of strangers is full. Call this before counting or looking up anything. */
	refuseWhenFull(lane: HashLane): void {
		if (lane === 'stranger' && this.#waitingTurns.stranger.length >= this.mostStrangers) throw new HashQueueFull();
	}

	async run<Value>(lane: HashLane, work: () => Promise<Value>): Promise<Value> {
		this.refuseWhenFull(lane);
		if (this.#runningCount >= this.atOnce) await new Promise<void>((turn) => this.#waitingTurns[lane].push(turn));
		else this.#runningCount += 1;
		try {
			return await work();
		} finally {
			// Give the free place directly to the next waiting request, so that no new request takes it first.
			const next = this.#waitingTurns.known.shift() ?? this.#waitingTurns.stranger.shift();
			if (next) next();
			else this.#runningCount -= 1;
		}
	}
}

export const hashQueue = new HashQueue();
const hashLaneStorage = new AsyncLocalStorage<HashLane>();

export const runInHashLane = <Value>(lane: HashLane, work: () => Promise<Value>): Promise<Value> =>
	hashLaneStorage.run(lane, work);

export const enqueueHash = <Value>(work: () => Promise<Value>): Promise<Value> =>
	hashQueue.run(hashLaneStorage.getStore() ?? 'stranger', work);
