/** Shares a line among connections, which send one slice each in turn. */
import type { Socket } from 'node:net';

/** Called when the last bit of a piece has left. Without a piece, the connection ends. */
type Leave = (at: number, piece: Buffer | undefined) => void;

interface Lane {
	source: Socket;
	leave: Leave;
	pieces: (Buffer | undefined)[];
	bytes: number;
}

const SLICE = 4096;
/** Bytes of a connection that may wait. When more wait, the server is paused. */
const WINDOW = 65_536;

/**
 * Lets connections send in turn, as TCP windows do on a real line. In the order of requests, a page's text would wait behind the
 * megabytes of other people.
 */
export class LineShare {
	readonly #bitsPerSecond: number;
	/** Connections that have data to send. The first one is next. */
	readonly #turns: Lane[] = [];
	/** Moment at which the last slice has left. */
	#free = 0;
	#timer: NodeJS.Timeout | undefined;

	constructor(bitsPerSecond: number) {
		this.#bitsPerSecond = bitsPerSecond;
	}

	/** Adds a connection. Data from `source` leaves when it is the connection's turn. */
	addConnection(source: Socket, leave: Leave): { add(piece: Buffer | undefined): void; drop(): void } {
		const lane: Lane = { source, leave, pieces: [], bytes: 0 };
		return {
			add: (piece) => {
				lane.pieces.push(piece);
				lane.bytes += piece?.length ?? 0;
				if (lane.bytes > WINDOW) source.pause();
				if (lane.pieces.length > 1) return;
				// The line was idle, and time in which nothing was sent is lost.
				if (this.#turns.length === 0) this.#free = Math.max(this.#free, performance.now());
				this.#turns.push(lane);
				this.#sendTurns();
			},
			drop: () => {
				lane.pieces.length = 0;
				lane.bytes = 0;
				const at = this.#turns.indexOf(lane);
				if (at >= 0) this.#turns.splice(at, 1);
			}
		};
	}

	#sendTurns(): void {
		if (this.#timer !== undefined) return;
		for (let lane = this.#turns[0]; lane !== undefined; lane = this.#turns[0]) {
			const wait = this.#free - performance.now();
			if (wait > 0.5) {
				this.#timer = setTimeout(() => {
					this.#timer = undefined;
					this.#sendTurns();
				}, wait);
				return;
			}
			this.#turns.shift();
			this.#send(lane);
			if (lane.pieces.length > 0) this.#turns.push(lane);
		}
	}

	#send(lane: Lane): void {
		const piece = lane.pieces.shift();
		if (piece === undefined) return lane.leave(this.#free, undefined);
		const slice = piece.subarray(0, SLICE);
		if (slice.length < piece.length) lane.pieces.unshift(piece.subarray(SLICE));
		lane.bytes -= slice.length;
		if (lane.bytes <= WINDOW) lane.source.resume();
		// Counted from the end of the last slice, so that a late timer does not slow the line down.
		this.#free += (slice.length * 8000) / this.#bitsPerSecond;
		lane.leave(this.#free, slice);
	}
}
