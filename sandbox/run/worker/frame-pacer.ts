/** Decides which frames of a scene are drawn: on a slow machine every second one. */

/** Milliseconds. Sixty such frames a second take a good third of a processor, which typing and checks need. */
const COSTLY_FRAME = 6;
/** Weight of the newest frame in the average, so that a single slow frame decides nothing. */
const NEWEST_WEIGHT = 0.1;

export class FramePacer {
	#averageCost = 0;
	#isNextDrawn = true;

	/** Takes in how long a frame took to draw, in milliseconds. */
	addCost(cost: number): void {
		this.#averageCost += (cost - this.#averageCost) * NEWEST_WEIGHT;
	}

	/** Tells whether the frame that is due is drawn. The scene's time goes on either way. */
	takeTurn(): boolean {
		const isDrawn = this.#isNextDrawn;
		this.#isNextDrawn = !isDrawn || this.#averageCost < COSTLY_FRAME;
		return isDrawn;
	}
}
