import type { Socket } from 'node:net';

/** Called when the last bit of a piece has left. Without a piece, the connection ends. */
type PieceSentListener = (at: number, piece: Buffer | undefined) => void;

interface ConnectionQueue {
	source: Socket;
	onPieceLeft: PieceSentListener;
	waitingPieces: (Buffer | undefined)[];
	waitingBytes: number;
}

const SLICE_BYTES = 4096;
/** Bytes of a connection that may wait. When more wait, the server is paused. */
const CONNECTION_WINDOW_BYTES = 65_536;

/**
 * Lets connections send in turn, as TCP windows do on a real line. If all data left in the order of requests, a page's text would
 * wait behind the megabytes of other people.
 */
export class SharedNetworkLine {
	readonly #bitsPerSecond: number;
	/** Connections that have data to send. The first one is next. */
	readonly #waitingLanes: ConnectionQueue[] = [];
	/** Moment at which the last slice has left. */
	#freeMoment = 0;
	#timer: NodeJS.Timeout | undefined;

	constructor(bitsPerSecond: number) {
		this.#bitsPerSecond = bitsPerSecond;
	}

	/** Adds a connection. Data from `source` leaves when it is the connection's turn. */
	addConnection(
		source: Socket,
		onPieceLeft: PieceSentListener
	): { add(piece: Buffer | undefined): void; drop(): void } {
		const lane: ConnectionQueue = { source, onPieceLeft, waitingPieces: [], waitingBytes: 0 };
		return {
			add: (piece) => {
				lane.waitingPieces.push(piece);
				lane.waitingBytes += piece?.length ?? 0;
				if (lane.waitingBytes > CONNECTION_WINDOW_BYTES) source.pause();
				if (lane.waitingPieces.length > 1) return;
				// The line was idle, and time in which nothing was sent is lost.
				if (this.#waitingLanes.length === 0) this.#freeMoment = Math.max(this.#freeMoment, performance.now());
				this.#waitingLanes.push(lane);
				this.#sendTurns();
			},
			drop: () => {
				lane.waitingPieces.length = 0;
				lane.waitingBytes = 0;
				const at = this.#waitingLanes.indexOf(lane);
				if (at >= 0) this.#waitingLanes.splice(at, 1);
			}
		};
	}

	#sendTurns(): void {
		if (this.#timer !== undefined) return;
		for (let lane = this.#waitingLanes[0]; lane !== undefined; lane = this.#waitingLanes[0]) {
			const waitMilliseconds = this.#freeMoment - performance.now();
			if (waitMilliseconds > 0.5) {
				this.#timer = setTimeout(() => {
					this.#timer = undefined;
					this.#sendTurns();
				}, waitMilliseconds);
				return;
			}
			this.#waitingLanes.shift();
			this.#sendSlice(lane);
			if (lane.waitingPieces.length > 0) this.#waitingLanes.push(lane);
		}
	}

	#sendSlice(lane: ConnectionQueue): void {
		const piece = lane.waitingPieces.shift();
		if (piece === undefined) return lane.onPieceLeft(this.#freeMoment, undefined);
		const slice = piece.subarray(0, SLICE_BYTES);
		if (slice.length < piece.length) lane.waitingPieces.unshift(piece.subarray(SLICE_BYTES));
		lane.waitingBytes -= slice.length;
		if (lane.waitingBytes <= CONNECTION_WINDOW_BYTES) lane.source.resume();
		// Counted from the end of the last slice, so that a late timer does not slow the line down.
		this.#freeMoment += (slice.length * 8000) / this.#bitsPerSecond;
		lane.onPieceLeft(this.#freeMoment, slice);
	}
}
