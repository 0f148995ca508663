/** One attempt: a fresh pair runs the checks until they are through, or until something is fatal. */
import type { Host } from '../realm/host.ts';
import type { Attempt, FromAttempt, RealmPlan, LoadProblem, Worked } from '../plan.ts';
import type { Problem } from '../../report.ts';
import { seededRandom } from '../../run/worker/random.ts';
import { Clock, type Owner } from './clock.ts';
import { ConsoleLines } from './console.ts';
import { ownClock, ownThread } from '../thread-clock.ts';
import { OutOfMemory } from './engine/engine.ts';
import { Stopped, type Instance } from './instance.ts';
import type { Pair } from './pair.ts';
import { readRealmMessage } from './read-realm-message.ts';

/** Answered to a half that asks too deep: it throws this, as an engine does that runs out of stack. */
const TOO_DEEP = JSON.stringify(['deep', null]);

/** Milliseconds that the checks' own files may take to load, however short the limit of a check is. */
const LOADING = 2000;

const worked = ownClock();
const thread = ownThread();

/** Thrown through the engines: the attempt is over. */
class Over extends Error {}

export class AttemptRunner {
	#pair: Pair | undefined;
	#attempt: Attempt | undefined;
	#say: (message: FromAttempt) => void = () => undefined;
	readonly #clock = new Clock();
	#lines = new ConsoleLines(0);
	#random: () => number = () => 0;
	/** Milliseconds of work. */
	#begun = 0;
	#deadline = Infinity;
	#end = Infinity;
	/** Real time: before it there is no need to ask what was worked. */
	#look = Infinity;
	#limit = 0;
	#side: Owner = 'program';
	#depth = 0;
	#reported = 0;
	#fatal: Problem | undefined;
	#finished: { load?: LoadProblem } | undefined;

	/** Whether what runs has to stop. */
	readonly isOver = (): boolean => {
		if (this.#fatal !== undefined) return true;
		if (this.#isLate()) this.#fail({ kind: 'time', limit: this.#limit });
		else if (this.#pair?.program.isFull || this.#pair?.checks.isFull) this.#fail({ kind: 'memory' });
		return this.#fatal !== undefined;
	};

	#isLate(): boolean {
		if (performance.now() <= this.#look) return false;
		const left = this.#deadline - worked();
		this.#look = performance.now() + left;
		return left < 0;
	}

	/** Whatever the host throws ends the attempt: a half may not catch it. */
	readonly failed = (error: unknown): void => this.#fail(problemOf(error));

	host(owner: Owner): Host {
		const other: Owner = owner === 'checks' ? 'program' : 'checks';
		return {
			send: (text) => this.#pass(other, text),
			tell: (text) => (owner === 'checks' ? this.#told(text) : undefined),
			write: (text) => this.#write(text),
			real: worked,
			now: () => this.#clock.now,
			random: () => this.#random(),
			ring: (id, delay, kind) => {
				if (this.#clock.waiting >= this.#task.limits.timers) this.#fail({ kind: 'memory' });
				this.#clock.add(owner, id, delay, kind === 'limit' && owner === 'program' ? 'once' : kind);
			},
			silence: (id) => this.#clock.remove(owner, id)
		};
	}

	/** Runs to the end, without giving way: whoever waits watches from outside. */
	run(pair: Pair, attempt: Attempt, say: (message: FromAttempt) => void): void {
		this.#pair = pair;
		this.#attempt = attempt;
		this.#say = say;
		const { task, skip, left, plansOnly } = attempt;
		this.#lines = new ConsoleLines(task.limits.console);
		this.#begun = worked();
		this.#end = this.#begun + left;
		this.#phase(undefined, task.limits.time);
		try {
			this.#begin('program', task.programCode, '{}');
			const { program, files, seed, limits } = task;
			const plan = { program, files, seed, timeLimit: limits.time, skip, plansOnly };
			this.#begin('checks', task.checksCode, JSON.stringify(plan satisfies RealmPlan));
			this.#pump(pair);
		} catch (error) {
			this.#fail(problemOf(error));
		}
		if (this.#fatal !== undefined) say({ type: 'ended', fatal: this.#fatal, worked: this.worked });
		else say({ type: 'ended', ...this.#finished, worked: this.worked });
	}

	#begin(owner: Owner, code: string, plan: string): void {
		const instance = this.#paired(owner);
		const wrapped = `(function (require, module, exports) { "use strict";${code}\n})`;
		instance.begin(instance.evaluate(wrapped, `braise-${owner}.js`), plan);
	}

	#pump(pair: Pair): void {
		while (this.#finished === undefined) {
			if (this.isOver()) return;
			const programRan = pair.program.runJobs(1000);
			if (programRan) pair.program.flush();
			if (pair.checks.runJobs(1000) || programRan) continue;
			const timer = this.#clock.next();
			// Nothing will ever happen any more, and no limit waits: the check files never let go.
			if (timer === undefined) return this.#fail({ kind: 'time', limit: this.#limit });
			try {
				pair[timer.owner].ring(timer.id);
			} catch (error) {
				// What a timer throws is nobody's to catch, and spoils no check.
				if (!(error instanceof Stopped) || error.reason === 'memory' || error.reason === 'interrupted') throw error;
			}
		}
	}

	#pass(to: Owner, text: string): string {
		const { limits } = this.#task;
		if (text.length > limits.message) this.#fail({ kind: 'memory' });
		if (this.isOver()) throw new Over();
		if (this.#depth >= limits.depth) return TOO_DEEP;
		this.#depth += 1;
		try {
			const answer = this.#paired(to).receive(text);
			if (answer.length > limits.message) this.#fail({ kind: 'memory' });
			return answer;
		} catch (error) {
			if (error instanceof Stopped && error.reason === 'overflow') {
				return TOO_DEEP;
			}
			throw error;
		} finally {
			this.#depth -= 1;
		}
	}

	#told(text: string): void {
		// After something fatal nothing counts that a half still says.
		if (this.isOver()) throw new Over();
		this.#reported += text.length;
		if (this.#reported > this.#task.limits.report) this.#fail({ kind: 'memory' });
		const told = readRealmMessage(text);
		switch (told.type) {
			case 'seed':
				this.#random = seededRandom(this.#task.seed);
				return;
			case 'loaded':
				this.#side = 'checks';
				return this.#phase(undefined, Math.max(this.#task.limits.time, LOADING));
			case 'planned':
				return this.#say(told);
			case 'begun':
				this.#lines.take();
				return this.#phase(told.path, told.timeLimit);
			case 'result': {
				const result = { ...told.result, console: this.#lines.take() };
				this.#say({ type: 'result', result });
				return this.#phase(undefined, this.#task.limits.time);
			}
			case 'finished':
				this.#finished = told.load === undefined ? {} : { load: told.load };
		}
	}

	#phase(path: string[] | undefined, limit: number): void {
		this.#limit = Math.min(limit, this.#task.limits.time * 10);
		const now = worked();
		this.#deadline = Math.min(now + this.#limit, this.#end);
		const within = Math.max(0, this.#deadline - now);
		this.#look = performance.now() + within;
		const phase = { ...(path && { path }), side: this.#side, limit: this.#limit, within, worked: this.worked };
		this.#say({ type: 'phase', ...phase });
	}

	/** Since it began. */
	get worked(): Worked {
		return { milliseconds: worked() - this.#begun, thread };
	}

	#write(text: string): void {
		if (this.isOver()) throw new Over();
		this.#lines.write(text);
	}

	#fail(problem: Problem): void {
		this.#fatal ??= problem;
	}

	#paired(owner: Owner): Instance {
		const pair = this.#pair;
		if (pair === undefined) throw new Over();
		return pair[owner];
	}

	get #task(): Attempt['task'] {
		const attempt = this.#attempt;
		if (attempt === undefined) throw new Over();
		return attempt.task;
	}
}

function problemOf(error: unknown): Problem {
	if (error instanceof OutOfMemory || (error instanceof Stopped && error.reason === 'memory'))
		return { kind: 'memory' };
	const message = error instanceof Error ? error.message : String(error);
	return { kind: 'crash', message: message.slice(0, 500) };
}
