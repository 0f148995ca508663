/** Keeps the programs that have drawn, so that the last good one can play again when newer ones fail. */
import type { StagedProgram } from './staged-program.ts';

/** Milliseconds of running after which a program is trusted: the programs before it are then dropped. */
const RUN_MS_UNTIL_TRUSTED = 2000;
const MOST_EARLIER_PROGRAMS = 10;

export class FallbackPrograms {
	#newestProgram: StagedProgram | null = null;
	/** Programs that drew before the newest program and have not failed, from the earliest to the latest. */
	#earlierPrograms: StagedProgram[] = [];

	/** Records that this program, now the newest, has drawn its first picture. */
	addDrawnProgram(stagedProgram: StagedProgram): void {
		if (this.#newestProgram !== null && !this.#newestProgram.hasFailed) this.#keepProgram(this.#newestProgram);
		this.#newestProgram = stagedProgram;
	}

	/** Returns the newest program that has not failed. */
	get lastWorkingProgram(): StagedProgram | undefined {
		return this.#newestProgram?.hasFailed === false
			? this.#newestProgram
			: this.#earlierPrograms.findLast(({ hasFailed }) => !hasFailed);
	}

	forgetPrograms(): void {
		this.#newestProgram = null;
		this.#earlierPrograms = [];
	}

	/**
	 * Keeps a program to play again when newer ones fail. Drops the programs before it only if this one ran long enough to be
	 * trusted.
	 */
	#keepProgram(stagedProgram: StagedProgram): void {
		if (performance.now() - stagedProgram.drawnAt >= RUN_MS_UNTIL_TRUSTED) this.#earlierPrograms = [];
		this.#earlierPrograms.push(stagedProgram);
		if (this.#earlierPrograms.length > MOST_EARLIER_PROGRAMS) this.#earlierPrograms.splice(1, 1);
	}
}
