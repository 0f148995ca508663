/** The program's console: lines are collected, repeated ones counted, and given on a little later; a flood is cut. */
import type { ConsoleEntry, Level } from '../../report.ts';
import { realNow, realTimeout } from './outgoing.ts';
import { show } from './show.ts';

const EVERY = 40;
const MOST = 100;

export class ProgramConsole {
	#entries: ConsoleEntry[] = [];
	#dropped = 0;
	#last = -EVERY;
	#isDue = false;
	#previous = '';
	readonly #give: (entries: ConsoleEntry[], dropped: number) => void;

	constructor(give: (entries: ConsoleEntry[], dropped: number) => void) {
		this.#give = give;
	}

	install(target: { console: unknown }): void {
		const at =
			(level: Level) =>
			(...values: unknown[]) =>
				this.#write(level, values);
		const nothing = () => undefined;
		target.console = {
			log: at('log'),
			info: at('info'),
			warn: at('warn'),
			error: at('error'),
			debug: at('debug'),
			table: at('log'),
			dir: at('log'),
			trace: at('log'),
			assert: (holds: unknown, ...values: unknown[]) => {
				if (!holds) this.#write('error', values.length === 0 ? ['Assertion failed'] : values);
			},
			group: at('log'),
			groupEnd: nothing,
			time: nothing,
			timeEnd: nothing,
			count: nothing,
			clear: nothing
		};
	}

	flush(): void {
		this.#last = realNow();
		if (this.#entries.length === 0 && this.#dropped === 0) return;
		this.#give(this.#entries, this.#dropped);
		this.#entries = [];
		this.#dropped = 0;
		this.#previous = '';
	}

	#write(level: Level, values: unknown[]): void {
		if (this.#entries.length < MOST) this.#keep(level, values);
		else this.#dropped += 1;
		// A program that never pauses still shows what it writes.
		if (realNow() - this.#last > EVERY) this.flush();
		else if (!this.#isDue) {
			this.#isDue = true;
			realTimeout(() => {
				this.#isDue = false;
				this.flush();
			}, EVERY);
		}
	}

	#keep(level: Level, values: unknown[]): void {
		const shown = values.slice(0, 20).map(show);
		const line = `${level} ${shown.map((value) => value.text).join(' ')}`;
		const latest = this.#entries.at(-1);
		if (latest !== undefined && line === this.#previous && shown.every((value) => value.entries === undefined)) {
			latest.times += 1;
			return;
		}
		this.#previous = line;
		this.#entries.push({ level, values: shown, times: 1 });
	}
}
