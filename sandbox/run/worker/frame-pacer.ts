/** Decides which frames of a scene are drawn: on a slow machine, every second one. */

/**
 * Longest drawing time, in milliseconds, of a frame that is not costly. Sixty such frames a second take a good third of a processor, which
 * typing and checks need.
 */
const COSTLY_FRAME = 6;
/** Weight of the newest frame in the average cost. It is small, so that a single slow frame decides nothing. */
const NEWEST_WEIGHT = 0.1;

export class FramePacer {
	#averageCost = 0;
	#isNextDrawn = true;

	/** Adds the cost of a frame: how many milliseconds it took to draw. */
	addCost(cost: number): void {
		this.#averageCost += (cost - this.#averageCost) * NEWEST_WEIGHT;
	}

	/** Returns whether the frame that is due is drawn. The scene's time goes on either way. */
	takeTurn(): boolean {
		const isDrawn = this.#isNextDrawn;
		this.#isNextDrawn = !isDrawn || this.#averageCost < COSTLY_FRAME;
		return isDrawn;
	}
}
