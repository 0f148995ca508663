/** Decides which frames of a scene are drawn: fewer on a weak machine, or when nobody touches the scene. */

/**
 * Milliseconds of drawing from which a frame is costly. Sixty such frames a second take a good third of a processor, which typing
 * and checks need.
 */
const COSTLY_FRAME_MILLISECONDS = 6;
/** Weight of the newest frame in the average cost. It is small, so that a single slow frame decides nothing. */
const NEWEST_COST_WEIGHT = 0.1;
/** Number of frames, a minute's worth, after which a scene that nobody touches is drawn less often to spare the battery. */
const MAX_UNTOUCHED_FRAMES = 60 * 60;
/** Largest number of processors of a weak machine. Editor and compiler need them, and a scene would take a third of one. */
const MAX_PROCESSORS_OF_WEAK_MACHINE = 2;

export class FramePacer {
	#averageCost = 0;
	#isNextDrawn = true;
	#untouchedFrames = 0;
	readonly #hasFewProcessors: boolean;

	constructor(processorCount: number) {
		this.#hasFewProcessors = processorCount <= MAX_PROCESSORS_OF_WEAK_MACHINE;
	}

	/** Adds the cost of a frame: how many milliseconds it took to draw. */
	addFrameCost(cost: number): void {
		this.#averageCost += (cost - this.#averageCost) * NEWEST_COST_WEIGHT;
	}

	/** Notes that somebody touched the scene or changed its input. */
	noteUserTouch(): void {
		this.#untouchedFrames = 0;
	}

	/**
	 * Returns whether the next frame is drawn: every second frame while frames are spared. The scene's time goes on in any case.
	 */
	takeDrawingTurn(): boolean {
		const isDrawn = this.#isNextDrawn;
		this.#untouchedFrames += 1;
		const isSparingFrames =
			this.#hasFewProcessors ||
			this.#averageCost >= COSTLY_FRAME_MILLISECONDS ||
			this.#untouchedFrames >= MAX_UNTOUCHED_FRAMES;
		this.#isNextDrawn = !isDrawn || !isSparingFrames;
		return isDrawn;
	}
}
