/** Jumps to the next timer when nothing else can run. */
import type { RealmName } from '../task-messages.ts';
import type { TimerKind } from '../realm/host.ts';

export interface ScheduledTimer {
	owner: RealmName;
	id: number;
	dueAt: number;
	interval: number | undefined;
	isLimit: boolean;
}

export class AttemptClock {
	now = 0;
	#timers: ScheduledTimer[] = [];

	get waitingCount(): number {
		return this.#timers.length;
	}

	addTimer(owner: RealmName, id: number, delay: number, kind: TimerKind): void {
		const wait = kind === 'idle' ? 0 : delay >= 1 ? delay : 1;
		this.#timers.push({
			owner,
			id,
			dueAt: this.now + wait,
			interval: kind === 'repeats' ? wait : undefined,
			isLimit: kind === 'limit'
		});
	}

	removeTimer(owner: RealmName, id: number): void {
		this.#timers = this.#timers.filter((timer) => timer.owner !== owner || timer.id !== id);
	}

	takeNextTimer(): ScheduledTimer | undefined {
		let nextTimer: ScheduledTimer | undefined;
		for (const timer of this.#timers) {
			if (nextTimer === undefined || isTimerDueBefore(timer, nextTimer)) nextTimer = timer;
		}
		if (nextTimer === undefined) return undefined;
		if (!nextTimer.isLimit) this.now = Math.max(this.now, nextTimer.dueAt);
		if (nextTimer.interval === undefined) this.#timers = this.#timers.filter((timer) => timer !== nextTimer);
		else nextTimer.dueAt += nextTimer.interval;
		return nextTimer;
	}
}

function isTimerDueBefore(one: ScheduledTimer, other: ScheduledTimer): boolean {
	return one.isLimit === other.isLimit ? one.dueAt < other.dueAt : other.isLimit;
}
