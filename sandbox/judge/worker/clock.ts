/** The fake time of program and checks, which jumps to the next timer when nothing else can run. */
import type { Side } from '../plan.ts';
import type { TimerKind } from '../realm/host.ts';

export interface Timer {
	owner: Side;
	id: number;
	due: number;
	every: number | undefined;
	isLimit: boolean;
}

export class Clock {
	now = 0;
	#timers: Timer[] = [];

	get waiting(): number {
		return this.#timers.length;
	}

	add(owner: Side, id: number, delay: number, kind: TimerKind): void {
		const wait = kind === 'idle' ? 0 : delay >= 1 ? delay : 1;
		this.#timers.push({
			owner,
			id,
			due: this.now + wait,
			every: kind === 'repeats' ? wait : undefined,
			isLimit: kind === 'limit'
		});
	}

	remove(owner: Side, id: number): void {
		this.#timers = this.#timers.filter((timer) => timer.owner !== owner || timer.id !== id);
	}

	/** Returns the next timer. A limit is due only when nothing else can happen any more. */
	next(): Timer | undefined {
		let first: Timer | undefined;
		for (const timer of this.#timers) {
			if (first === undefined || isBefore(timer, first)) first = timer;
		}
		if (first === undefined) return undefined;
		if (!first.isLimit) this.now = Math.max(this.now, first.due);
		if (first.every === undefined) this.#timers = this.#timers.filter((timer) => timer !== first);
		else first.due += first.every;
		return first;
	}
}

function isBefore(one: Timer, other: Timer): boolean {
	return one.isLimit === other.isLimit ? one.due < other.due : other.isLimit;
}
