import type { RealmHost } from '../realm/host.ts';
import type {
	TaskAttempt,
	AttemptMessage,
	AttemptPhase,
	ChecksRealmPlan,
	LoadProblem,
	RealmName,
	ProcessorTime
} from '../task-messages.ts';
import type { Problem } from '../../report.ts';
import { createSeededRandom } from '../../run/seeded-random.ts';
import { AttemptClock } from './clock.ts';
import { ConsoleLines } from './console.ts';
import { ownThreadClock, ownThreadNumber } from '../../thread-clock.ts';
import { OutOfMemoryError } from './engine/engine.ts';
import { EngineStoppedError, type EngineInstance } from './engine-instance.ts';
import type { RealmEngines } from './engine-instance.ts';
import { readChecksRealmMessage } from './read-realm-message.ts';

/** Answer to a realm whose calls are nested too deep. The realm then throws, as an engine does at a stack overflow. */
const CALLS_TOO_DEEP_ANSWER = JSON.stringify(['deep', null]);

/** Milliseconds that check files may take to load, even when the limit of a check is shorter. */
const CHECKS_LOAD_LIMIT_MILLISECONDS = 2000;

const readOwnProcessorMilliseconds = ownThreadClock();
const threadNumber = ownThreadNumber();

/** Thrown through the engines, to leave them once the attempt is over. */
class AttemptOverError extends Error {}

export class AttemptRunner {
	#engines: RealmEngines | undefined;
	#attempt: TaskAttempt | undefined;
	#sendMessage: (message: AttemptMessage) => void = () => undefined;
	readonly #clock = new AttemptClock();
	#consoleLines = new ConsoleLines(0, 0);
	#random: () => number = () => 0;
	/** Processor time in milliseconds at which the attempt started; `#deadline` and `#totalDeadline` are such times, too. */
	#startedAt = 0;
	#deadline = Infinity;
	#totalDeadline = Infinity;
	/** Moment of real time before which no deadline can have passed, so that reading the processor time is not needed. */
	#nextLookAt = Infinity;
	#phaseLimit = 0;
	#side: RealmName = 'program';
	#callDepth = 0;
	#reportedCharacters = 0;
	#fatal: Problem | undefined;
	#finishedOutcome: { loadProblem?: LoadProblem } | undefined;

	readonly isAttemptOver = (): boolean => {
		if (this.#fatal !== undefined) return true;
		if (this.#isPastDeadline()) this.#endWithProblem({ kind: 'time', limit: this.#phaseLimit });
		else if (this.#engines?.program.isFull || this.#engines?.checks.isFull) this.#endWithProblem({ kind: 'memory' });
		return this.#fatal !== undefined;
	};

	#isPastDeadline(): boolean {
		if (performance.now() <= this.#nextLookAt) return false;
		const remainingMilliseconds = this.#deadline - readOwnProcessorMilliseconds();
		this.#nextLookAt = performance.now() + remainingMilliseconds;
		return remainingMilliseconds < 0;
	}

	/** Ends the attempt with an error that the host threw, because a realm could catch the error itself. */
	readonly onHostError = (error: unknown): void => this.#endWithProblem(problemOfAttemptError(error));

	createRealmHost(realm: RealmName): RealmHost {
		const otherRealm: RealmName = realm === 'checks' ? 'program' : 'checks';
		return {
			sendToOtherRealm: (text) => this.#passToRealm(otherRealm, text),
			reportProgress: (text) => (realm === 'checks' ? this.#receiveReport(text) : undefined),
			writeToConsole: (text) => this.#addConsoleLines(text),
			processorTime: readOwnProcessorMilliseconds,
			now: () => this.#clock.now,
			random: () => this.#random(),
			startTimer: (id, delay, kind) => {
				if (this.#clock.waitingCount >= this.#task.limits.timers) this.#endWithProblem({ kind: 'memory' });
				this.#clock.addTimer(realm, id, delay, kind === 'limit' && realm === 'program' ? 'once' : kind);
			},
			cancelTimer: (id) => this.#clock.removeTimer(realm, id)
		};
	}

	/** A watchdog in another thread ends it when it is late. */
	runAttempt(engines: RealmEngines, attempt: TaskAttempt, sendMessage: (message: AttemptMessage) => void): void {
		this.#engines = engines;
		this.#attempt = attempt;
		this.#sendMessage = sendMessage;
		const { task, skippedPaths, remainingMilliseconds, isPlanOnly, consoleCharactersLeft } = attempt;
		this.#consoleLines = new ConsoleLines(task.limits.console, consoleCharactersLeft);
		this.#startedAt = readOwnProcessorMilliseconds();
		this.#totalDeadline = this.#startedAt + remainingMilliseconds;
		this.#beginPhase(undefined, task.limits.time);
		try {
			this.#beginRealm('program', task.programCode, '{}');
			const { program, files, seed, limits } = task;
			const plan = { program, files, seed, timeLimit: limits.time, skippedPaths, isPlanOnly };
			this.#beginRealm('checks', task.checksCode, JSON.stringify(plan satisfies ChecksRealmPlan));
			this.#runUntilFinished(engines);
		} catch (error) {
			this.#endWithProblem(problemOfAttemptError(error));
		}
		if (this.#fatal !== undefined)
			sendMessage({ type: 'ended', fatal: this.#fatal, processorTimeUsed: this.processorTimeUsed });
		else sendMessage({ type: 'ended', ...this.#finishedOutcome, processorTimeUsed: this.processorTimeUsed });
	}

	#beginRealm(realm: RealmName, code: string, plan: string): void {
		const engine = this.#engineOf(realm);
		const wrappedCode = `(function (require, module, exports) { "use strict";${code}\n})`;
		engine.begin(engine.evaluate(wrappedCode, `braise-${realm}.js`), plan);
	}

	#runUntilFinished(engines: RealmEngines): void {
		while (this.#finishedOutcome === undefined) {
			if (this.isAttemptOver()) return;
			const hasProgramRun = engines.program.runJobs(1000);
			if (hasProgramRun) engines.program.sendChanges();
			if (engines.checks.runJobs(1000) || hasProgramRun) continue;
			const timer = this.#clock.takeNextTimer();
			// No timer is left, not even that of a limit, so the check files never finish loading.
			if (timer === undefined) return this.#endWithProblem({ kind: 'time', limit: this.#phaseLimit });
			try {
				engines[timer.owner].fireTimer(timer.id);
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
		if (this.isAttemptOver()) throw new AttemptOverError();
		if (this.#callDepth >= limits.depth) return CALLS_TOO_DEEP_ANSWER;
		this.#callDepth += 1;
		try {
			const answer = this.#engineOf(to).receive(text);
			if (answer.length > limits.message) this.#endWithProblem({ kind: 'memory' });
			return answer;
		} catch (error) {
			if (error instanceof EngineStoppedError && error.reason === 'overflow') {
				return CALLS_TOO_DEEP_ANSWER;
			}
			throw error;
		} finally {
			this.#callDepth -= 1;
		}
	}

	#receiveReport(text: string): void {
		if (this.isAttemptOver()) throw new AttemptOverError();
		this.#reportedCharacters += text.length;
		if (this.#reportedCharacters > this.#task.limits.report) this.#endWithProblem({ kind: 'memory' });
		const message = readChecksRealmMessage(text);
		switch (message.type) {
			case 'seed':
				this.#random = createSeededRandom(this.#task.seed);
				return;
			case 'loaded':
				this.#side = 'checks';
				return this.#beginPhase(undefined, Math.max(this.#task.limits.time, CHECKS_LOAD_LIMIT_MILLISECONDS));
			case 'planned':
				return this.#sendMessage(message);
			case 'begun':
				this.#consoleLines.takeLines();
				return this.#beginPhase(message.path, message.timeLimit);
			case 'result': {
				const { entries, characters } = this.#consoleLines.takeLines();
				const result = { ...message.result, console: entries };
				const phase = this.#enterPhase(undefined, this.#task.limits.time);
				return this.#sendMessage({ type: 'result', result, consoleCharacters: characters, phase });
			}
			case 'finished':
				this.#finishedOutcome = message.loadProblem === undefined ? {} : { loadProblem: message.loadProblem };
		}
	}

	#beginPhase(path: string[] | undefined, limit: number): void {
		this.#sendMessage({ type: 'phase', phase: this.#enterPhase(path, limit) });
	}

	#enterPhase(path: string[] | undefined, limit: number): AttemptPhase {
		this.#phaseLimit = Math.min(limit, this.#task.limits.time * 10);
		const now = readOwnProcessorMilliseconds();
		this.#deadline = Math.min(now + this.#phaseLimit, this.#totalDeadline);
		const allowedMilliseconds = Math.max(0, this.#deadline - now);
		this.#nextLookAt = performance.now() + allowedMilliseconds;
		return {
			...(path && { path }),
			side: this.#side,
			limit: this.#phaseLimit,
			allowedMilliseconds,
			processorTimeUsed: { milliseconds: now - this.#startedAt, thread: threadNumber }
		};
	}

	get processorTimeUsed(): ProcessorTime {
		return { milliseconds: readOwnProcessorMilliseconds() - this.#startedAt, thread: threadNumber };
	}

	#addConsoleLines(text: string): void {
		if (this.isAttemptOver()) throw new AttemptOverError();
		this.#consoleLines.addLines(text);
	}

	#endWithProblem(problem: Problem): void {
		this.#fatal ??= problem;
	}

	#engineOf(realm: RealmName): EngineInstance {
		const engines = this.#engines;
		if (engines === undefined) throw new AttemptOverError();
		return engines[realm];
	}

	get #task(): TaskAttempt['task'] {
		const attempt = this.#attempt;
		if (attempt === undefined) throw new AttemptOverError();
		return attempt.task;
	}
}

function problemOfAttemptError(error: unknown): Problem {
	if (error instanceof OutOfMemoryError || (error instanceof EngineStoppedError && error.reason === 'memory'))
		return { kind: 'memory' };
	const message = error instanceof Error ? error.message : String(error);
	return { kind: 'crash', message: message.slice(0, 500) };
}
