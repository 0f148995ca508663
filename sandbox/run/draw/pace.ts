/** When a sketch is drawn: sixty times a second, less often, or only when it asks. */

/** Milliseconds by which a frame may come early and count as on time. */
const TOLERANCE = 2;
const USUAL_RATE = 60;

export class DrawPace {
	#isLooping = true;
	/** Drawings asked for by `redraw` and not made yet. */
	#requested = 0;
	#rate = USUAL_RATE;
	#dueAt = 0;

	/** Whether the sketch draws at this moment, in milliseconds of the run's clock; a drawing that is due is then made. */
	takeTurn(time: number): boolean {
		if (this.#requested > 0) {
			this.#requested -= 1;
			return true;
		}
		if (!this.#isLooping || time + TOLERANCE < this.#dueAt) return false;
		const interval = 1000 / this.#rate;
		// A drawing that comes late does not make the next one late.
		this.#dueAt = time - this.#dueAt > interval ? time + interval : this.#dueAt + interval;
		return true;
	}

	functions() {
		const frameRate = (rate?: number): number => {
			if (rate !== undefined && rate > 0) this.#rate = rate;
			return this.#rate;
		};
		return {
			frameRate,
			noLoop: () => {
				this.#isLooping = false;
			},
			loop: () => {
				this.#isLooping = true;
			},
			isLooping: () => this.#isLooping,
			redraw: () => {
				this.#requested = 1;
			}
		};
	}

	reset(): void {
		this.#isLooping = true;
		this.#requested = 0;
		this.#rate = USUAL_RATE;
		this.#dueAt = 0;
	}
}
