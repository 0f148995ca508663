/** Console lines on their way out: at most so many at a time, so that a flood never reaches the app as one. */
import type { ConsoleEntry } from '../../report.ts';
import type { FromRun } from '../../protocol.ts';

const EVERY = 50;
const MOST = 100;

export class ConsoleOutlet {
	#entries: ConsoleEntry[] = [];
	#dropped = 0;
	#due: ReturnType<typeof setTimeout> | undefined;
	#last = -EVERY;
	readonly #send: (event: FromRun) => void;

	constructor(send: (event: FromRun) => void) {
		this.#send = send;
	}

	add(entries: ConsoleEntry[], dropped: number): void {
		const room = MOST - this.#entries.length;
		for (const entry of entries.slice(0, room)) this.#entries.push(entry);
		this.#dropped += dropped + Math.max(0, entries.length - room);
		const wait = this.#last + EVERY - performance.now();
		if (wait <= 0) this.flush();
		else this.#due ??= setTimeout(() => this.flush(), wait);
	}

	flush(): void {
		clearTimeout(this.#due);
		this.#due = undefined;
		if (this.#entries.length === 0 && this.#dropped === 0) return;
		this.#last = performance.now();
		this.#send({ type: 'console', entries: this.#entries, dropped: this.#dropped });
		this.#entries = [];
		this.#dropped = 0;
	}
}
