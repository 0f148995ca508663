import type { ConsoleEntry } from '../../report.ts';
import { createConsoleCapture } from '../../check/index.ts';

export interface RealTimers {
	now(): number;
	setTimer(callback: () => void, delay: number): unknown;
}

const CONSOLE_WINDOW_MILLISECONDS = 40;
/** Number of lines per time window that are sent at once, so that lines before an endless loop arrive. */
const MAX_LINES_SENT_IMMEDIATELY = 20;
/** Upper limit of lines per time window that are kept. Further lines are only counted. */
const MAX_LINES_PER_WINDOW = 500;

export class ProgramConsole {
	readonly #capturedConsole = createConsoleCapture(100);
	readonly #passOn: (entries: ConsoleEntry[], dropped: number) => void;
	readonly #timers: RealTimers;
	#writtenLines = 0;
	#lineCountSentAtOnce = 0;
	#droppedLines = 0;
	#lastFlushAt = -CONSOLE_WINDOW_MILLISECONDS;
	#isFlushDue = false;

	constructor(passOn: (entries: ConsoleEntry[], dropped: number) => void, timers: RealTimers) {
		this.#passOn = passOn;
		this.#timers = timers;
	}

	get console(): Record<string, (...values: unknown[]) => void> {
		const methods = Object.entries(this.#capturedConsole.console);
		return Object.fromEntries(
			methods.map(([name, write]) => [
				name,
				(...values: unknown[]) => {
					this.#writtenLines += 1;
					if (this.#writtenLines > MAX_LINES_PER_WINDOW) this.#droppedLines += 1;
					else write(...values);
					if (this.#lineCountSentAtOnce < MAX_LINES_SENT_IMMEDIATELY) {
						this.#lineCountSentAtOnce += 1;
						this.#send();
					}
					this.#schedule();
				}
			])
		);
	}

	flush(): void {
		this.#lastFlushAt = this.#timers.now();
		this.#send();
		this.#writtenLines = 0;
	}

	#send(): void {
		const { entries, dropped } = this.#capturedConsole.takeBatch();
		if (entries.length > 0 || dropped + this.#droppedLines > 0) this.#passOn(entries, dropped + this.#droppedLines);
		this.#droppedLines = 0;
	}

	#schedule(): void {
		// Sends due lines here, because no timer fires while a program runs without a pause.
		if (this.#isFlushDue) {
			if (this.#timers.now() - this.#lastFlushAt > CONSOLE_WINDOW_MILLISECONDS) this.flush();
			return;
		}
		this.#isFlushDue = true;
		this.#lastFlushAt = this.#timers.now();
		this.#timers.setTimer(() => {
			this.#isFlushDue = false;
			this.#lineCountSentAtOnce = 0;
			this.flush();
		}, CONSOLE_WINDOW_MILLISECONDS);
	}
}
