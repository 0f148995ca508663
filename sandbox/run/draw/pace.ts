/** Date and time of the program's clock, as p5's functions return them. */
export const dateFunctions = {
	second: () => new Date().getSeconds(),
	minute: () => new Date().getMinutes(),
	hour: () => new Date().getHours(),
	day: () => new Date().getDate(),
	month: () => new Date().getMonth() + 1,
	year: () => new Date().getFullYear()
};

/** Milliseconds that a frame may come early and still be drawn. */
const MAX_EARLY_FRAME_MILLISECONDS = 2;
const USUAL_FRAMES_PER_SECOND = 60;

export class DrawLoopPace {
	#isLooping = true;
	#requestedDrawings = 0;
	#frameRate = USUAL_FRAMES_PER_SECOND;
	#dueAt = 0;

	/** Returns whether the sketch draws at `time`, in milliseconds of the run's clock. If so, this drawing counts as made. */
	takeDrawingTurn(time: number): boolean {
		if (this.#requestedDrawings > 0) {
			this.#requestedDrawings -= 1;
			return true;
		}
		if (!this.#isLooping || time + MAX_EARLY_FRAME_MILLISECONDS < this.#dueAt) return false;
		const interval = 1000 / this.#frameRate;
		// The next drawing is due one interval after this drawing was due, even if this drawing came late.
		this.#dueAt = time - this.#dueAt > interval ? time + interval : this.#dueAt + interval;
		return true;
	}

	createDrawFunctions() {
		const frameRate = (rate?: number): number => {
			if (rate !== undefined && rate > 0) this.#frameRate = rate;
			return this.#frameRate;
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
				this.#requestedDrawings = 1;
			}
		};
	}

	reset(): void {
		this.#isLooping = true;
		this.#requestedDrawings = 0;
		this.#frameRate = USUAL_FRAMES_PER_SECOND;
		this.#dueAt = 0;
	}
}
