/** The program's console on stage. It collects lines, and drops lines of a flood. */
import type { ConsoleEntry } from '../../report.ts';
import { createConsole } from '../../check/index.ts';

export interface RealTimers {
	now(): number;
	later(callback: () => void, delay: number): unknown;
}

const WINDOW_MILLISECONDS = 40;
/** Number of lines per window that are sent without a pause, so that lines before an endless loop arrive. */
const LINES_SENT_AT_ONCE = 20;
/** Upper limit of lines per window that are kept. Further lines are only counted. */
const MAX_LINES_PER_WINDOW = 500;

export class ProgramConsole {
	readonly #captured = createConsole(100);
	readonly #give: (entries: ConsoleEntry[], dropped: number) => void;
	readonly #time: RealTimers;
	#written = 0;
	#atOnce = 0;
	#unseen = 0;
	#last = -WINDOW_MILLISECONDS;
	#isDue = false;

	constructor(give: (entries: ConsoleEntry[], dropped: number) => void, time: RealTimers) {
		this.#give = give;
		this.#time = time;
	}

	get console(): Record<string, (...values: unknown[]) => void> {
		const methods = Object.entries(this.#captured.console);
		return Object.fromEntries(
			methods.map(([name, write]) => [
				name,
				(...values: unknown[]) => {
					this.#written += 1;
					if (this.#written > MAX_LINES_PER_WINDOW) this.#unseen += 1;
					else write(...values);
					if (this.#atOnce < LINES_SENT_AT_ONCE) {
						this.#atOnce += 1;
						this.#send();
					}
					this.#schedule();
				}
			])
		);
	}

	flush(): void {
		this.#last = this.#time.now();
		this.#send();
		this.#written = 0;
	}

	#send(): void {
		const { entries, dropped } = this.#captured.take();
		if (entries.length > 0 || dropped + this.#unseen > 0) this.#give(entries, dropped + this.#unseen);
		this.#unseen = 0;
	}

	#schedule(): void {
		// Lines are sent from here, because timers do not fire while a program never pauses.
		if (this.#isDue) {
			if (this.#time.now() - this.#last > WINDOW_MILLISECONDS) this.flush();
			return;
		}
		this.#isDue = true;
		this.#last = this.#time.now();
		this.#time.later(() => {
			this.#isDue = false;
			this.#atOnce = 0;
			this.flush();
		}, WINDOW_MILLISECONDS);
	}
}
