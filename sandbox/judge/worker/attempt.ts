/** Runs one attempt in a fresh pair of engines, until the checks end or a fatal problem occurs. */
import type { RealmHost } from '../realm/host.ts';
import type { Attempt, AttemptMessage, RealmPlan, LoadProblem, RealmName, ProcessorTime } from '../plan.ts';
import type { Problem } from '../../report.ts';
import { createSeededRandom } from '../../run/worker/random.ts';
import { AttemptClock } from './clock.ts';
import { ConsoleLines } from './console.ts';
import { ownThreadClock, ownThreadId } from '../thread-clock.ts';
import { OutOfMemoryError } from './engine/engine.ts';
import { EngineStoppedError, type EngineInstance } from './instance.ts';
import type { RealmEngines } from './pair.ts';
import { readChecksRealmMessage } from './read-realm-message.ts';

/** Answer to a realm whose calls are nested too deep. The realm then throws, as an engine does at a stack overflow. */
const TOO_DEEP_ANSWER = JSON.stringify(['deep', null]);

/** Milliseconds that check files may take to load, even when the limit of a check is shorter. */
const LOAD_MILLISECONDS = 2000;

const processorTime = ownThreadClock();
const threadNumber = ownThreadId();

/** Thrown through the engines, to leave them once the attempt is over. */
class AttemptOver extends Error {}

export class AttemptRunner {
	#pair: RealmEngines | undefined;
	#attempt: Attempt | undefined;
	#say: (message: AttemptMessage) => void = () => undefined;
	readonly #clock = new AttemptClock();
	#lines = new ConsoleLines(0);
	#random: () => number = () => 0;
	/** Processor time in milliseconds, like `#deadline` and `#end`. */
	#begun = 0;
	#deadline = Infinity;
	#end = Infinity;
	/** Moment of real time until which the deadline cannot have passed, so that the processor time need not be read. */
	#look = Infinity;
	#limit = 0;
	#side: RealmName = 'program';
	#depth = 0;
	#reported = 0;
	#fatal: Problem | undefined;
	#finished: { load?: LoadProblem } | undefined;

	readonly isOver = (): boolean => {
		if (this.#fatal !== undefined) return true;
		if (this.#isPastDeadline()) this.#endWithProblem({ kind: 'time', limit: this.#limit });
		else if (this.#pair?.program.isFull || this.#pair?.checks.isFull) this.#endWithProblem({ kind: 'memory' });
		return this.#fatal !== undefined;
	};

	#isPastDeadline(): boolean {
		if (performance.now() <= this.#look) return false;
		const remainingMilliseconds = this.#deadline - processorTime();
		this.#look = performance.now() + remainingMilliseconds;
		return remainingMilliseconds < 0;
	}

	/** Ends the attempt with an error that the host threw, because a realm could catch the error itself. */
	readonly onFailure = (error: unknown): void => this.#endWithProblem(problemOf(error));

	createHost(owner: RealmName): RealmHost {
		const other: RealmName = owner === 'checks' ? 'program' : 'checks';
		return {
			send: (text) => this.#passToRealm(other, text),
			tell: (text) => (owner === 'checks' ? this.#receiveReport(text) : undefined),
			write: (text) => this.#addConsoleLines(text),
			real: processorTime,
			now: () => this.#clock.now,
			random: () => this.#random(),
			ring: (id, delay, kind) => {
				if (this.#clock.waiting >= this.#task.limits.timers) this.#endWithProblem({ kind: 'memory' });
				this.#clock.addTimer(owner, id, delay, kind === 'limit' && owner === 'program' ? 'once' : kind);
			},
			silence: (id) => this.#clock.removeTimer(owner, id)
		};
	}

	/** Runs the attempt synchronously. A watchdog in another thread ends it when it is late. */
	runAttempt(pair: RealmEngines, attempt: Attempt, say: (message: AttemptMessage) => void): void {
		this.#pair = pair;
		this.#attempt = attempt;
		this.#say = say;
		const { task, skip, left: remainingMilliseconds, plansOnly } = attempt;
		this.#lines = new ConsoleLines(task.limits.console);
		this.#begun = processorTime();
		this.#end = this.#begun + remainingMilliseconds;
		this.#beginPhase(undefined, task.limits.time);
		try {
			this.#beginRealm('program', task.programCode, '{}');
			const { program, files, seed, limits } = task;
			const plan = { program, files, seed, timeLimit: limits.time, skip, plansOnly };
			this.#beginRealm('checks', task.checksCode, JSON.stringify(plan satisfies RealmPlan));
			this.#runUntilFinished(pair);
		} catch (error) {
			this.#endWithProblem(problemOf(error));
		}
		if (this.#fatal !== undefined) say({ type: 'ended', fatal: this.#fatal, worked: this.worked });
		else say({ type: 'ended', ...this.#finished, worked: this.worked });
	}

	#beginRealm(owner: RealmName, code: string, plan: string): void {
		const instance = this.#engineOf(owner);
		const wrappedCode = `(function (require, module, exports) { "use strict";${code}\n})`;
		instance.begin(instance.evaluate(wrappedCode, `braise-${owner}.js`), plan);
	}

	#runUntilFinished(pair: RealmEngines): void {
		while (this.#finished === undefined) {
			if (this.isOver()) return;
			const programRan = pair.program.runJobs(1000);
			if (programRan) pair.program.flush();
			if (pair.checks.runJobs(1000) || programRan) continue;
			const timer = this.#clock.takeNextTimer();
			// No timer is left, not even that of a limit, so the check files never finish loading.
			if (timer === undefined) return this.#endWithProblem({ kind: 'time', limit: this.#limit });
			try {
				pair[timer.owner].ring(timer.id);
			} catch (error) {
				// No check can catch an error from a timer, so the error fails no check.
				if (!(error instanceof EngineStoppedError) || error.reason === 'memory' || error.reason === 'interrupted')
					throw error;
			}
		}
	}

	#passToRealm(to: RealmName, text: string): string {
		const { limits } = this.#task;
		if (text.length > limits.message) this.#endWithProblem({ kind: 'memory' });
		if (this.isOver()) throw new AttemptOver();
		if (this.#depth >= limits.depth) return TOO_DEEP_ANSWER;
		this.#depth += 1;
		try {
			const answer = this.#engineOf(to).receive(text);
			if (answer.length > limits.message) this.#endWithProblem({ kind: 'memory' });
			return answer;
		} catch (error) {
			if (error instanceof EngineStoppedError && error.reason === 'overflow') {
				return TOO_DEEP_ANSWER;
			}
			throw error;
		} finally {
			this.#depth -= 1;
		}
	}

	#receiveReport(text: string): void {
		// After a fatal problem, messages no longer count.
		if (this.isOver()) throw new AttemptOver();
		this.#reported += text.length;
		if (this.#reported > this.#task.limits.report) this.#endWithProblem({ kind: 'memory' });
		const message = readChecksRealmMessage(text);
		switch (message.type) {
			case 'seed':
				this.#random = createSeededRandom(this.#task.seed);
				return;
			case 'loaded':
				this.#side = 'checks';
				return this.#beginPhase(undefined, Math.max(this.#task.limits.time, LOAD_MILLISECONDS));
			case 'planned':
				return this.#say(message);
			case 'begun':
				this.#lines.takeLines();
				return this.#beginPhase(message.path, message.timeLimit);
			case 'result': {
				const result = { ...message.result, console: this.#lines.takeLines() };
				this.#say({ type: 'result', result });
				return this.#beginPhase(undefined, this.#task.limits.time);
			}
			case 'finished':
				this.#finished = message.load === undefined ? {} : { load: message.load };
		}
	}

	#beginPhase(path: string[] | undefined, limit: number): void {
		this.#limit = Math.min(limit, this.#task.limits.time * 10);
		const now = processorTime();
		this.#deadline = Math.min(now + this.#limit, this.#end);
		const within = Math.max(0, this.#deadline - now);
		this.#look = performance.now() + within;
		const phase = { ...(path && { path }), side: this.#side, limit: this.#limit, within, worked: this.worked };
		this.#say({ type: 'phase', ...phase });
	}

	get worked(): ProcessorTime {
		return { milliseconds: processorTime() - this.#begun, thread: threadNumber };
	}

	#addConsoleLines(text: string): void {
		if (this.isOver()) throw new AttemptOver();
		this.#lines.addLines(text);
	}

	#endWithProblem(problem: Problem): void {
		this.#fatal ??= problem;
	}

	#engineOf(owner: RealmName): EngineInstance {
		const pair = this.#pair;
		if (pair === undefined) throw new AttemptOver();
		return pair[owner];
	}

	get #task(): Attempt['task'] {
		const attempt = this.#attempt;
		if (attempt === undefined) throw new AttemptOver();
		return attempt.task;
	}
}

function problemOf(error: unknown): Problem {
	if (error instanceof OutOfMemoryError || (error instanceof EngineStoppedError && error.reason === 'memory'))
		return { kind: 'memory' };
	const message = error instanceof Error ? error.message : String(error);
	return { kind: 'crash', message: message.slice(0, 500) };
}
