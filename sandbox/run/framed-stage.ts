/** A stage that runs programs in the shell's inner frame and replaces a frame that hangs. */
import type { Bundle, CallOutcome, CheckOptions, Run, RunEvent, RunOptions, Stage, StageOptions } from '../contract.ts';
import type { Figure, Problem, Report } from '../report.ts';
import {
	readFromFrame,
	readFromAsking,
	type QuestionLimits,
	type QuestionOutcome,
	type SentCode,
	type ToFrame
} from '../protocol.ts';
import { connect, type Connection } from './connection/client.ts';
import { CheckingJob } from './checking-job.ts';
import { Heartbeat } from './heartbeat.ts';
import type { Job } from './job.ts';
import { KeyboardWatch } from './keyboard-watch.ts';
import { word } from './page/page-messages.ts';
import { placeProblem } from './place.ts';
import { RunJob } from './run-job.ts';
import { enroll, isWithdrawn, WITHDRAWN, type WithdrawableStage } from './withdrawal.ts';

type Question = Extract<ToFrame, { type: 'call' | 'measure' }>;
type Unsent<T extends ToFrame> = T extends { code: SentCode } ? Omit<T, 'code'> : never;

/** Milliseconds of silence after which something in the frame hangs. */
const STUCK = 300;

const GONE: Problem = { kind: 'crash', message: 'The frame was removed.' };

export class FramedStage implements Stage, WithdrawableStage {
	ready: Promise<void>;
	#connection: Connection | undefined;
	#waiting: (() => void)[] = [];
	#abort = new AbortController();
	#latest: string | undefined;
	#run: RunJob | undefined;
	#watch: KeyboardWatch | undefined;
	/** Connects after the withdrawal has ended. */
	#return: (() => void) | undefined;
	readonly #leave: () => void;
	readonly #jobs = new Set<Job>();
	readonly #heartbeat: Heartbeat;
	readonly #options: StageOptions;

	constructor(options: StageOptions) {
		this.#options = options;
		this.#heartbeat = new Heartbeat(
			() => this.#connection?.port.postMessage({ type: 'ping' } satisfies ToFrame),
			(limit) => void this.#rebuild({ kind: 'time', limit }).catch(() => undefined)
		);
		this.#leave = enroll(this);
		this.ready = this.#connect();
	}

	run(bundle: Bundle, options: RunOptions, onEvent: (event: RunEvent) => void): Run {
		this.#run?.replace();
		// A hanging page blocks its frame: replace the frame now rather than at the heartbeat's limit.
		if (this.#heartbeat.silence > STUCK) void this.#rebuild(GONE).catch(() => undefined);
		const run: RunJob = new RunJob(
			bundle,
			onEvent,
			() => {
				if (this.#run === run) this.#watch?.end();
				this.#forget(run);
			},
			() => void this.#rebuild(GONE).catch(() => undefined)
		);
		this.#run = run;
		this.#begin(run);
		const { page } = bundle;
		// A sketch or scene has no document, and so cannot take the keyboard.
		if (page !== undefined) this.#watch = this.#watchKeyboard(options.input.language, onEvent);
		this.#send(bundle, { type: 'run', options, ...(page === undefined ? {} : { page }) }, run.theirs);
		return run;
	}

	check(bundle: Bundle, options: CheckOptions): Promise<Report> {
		const { files, seed, timeLimit, totalLimit, onResult } = options;
		return new Promise((resolve) => {
			const job: CheckingJob = new CheckingJob(bundle, onResult, (report) => {
				this.#forget(job);
				// Run all checks again, without `onResult`, so that no result is reported twice.
				if (report.load === WITHDRAWN) resolve(this.check(bundle, { files, seed, timeLimit, totalLimit }));
				else resolve(report);
			});
			this.#begin(job);
			this.#send(bundle, { type: 'check', plan: { files, seed, timeLimit, totalLimit } }, job.theirs);
		});
	}

	async call(bundle: Bundle, name: string, args: unknown[], limits: QuestionLimits): Promise<CallOutcome> {
		const outcome = await this.#ask(bundle, { type: 'call', name, args, limits });
		if (outcome.kind === 'value') return outcome;
		return { kind: 'problem', problem: await problemIn(bundle, outcome) };
	}

	async measure(
		bundle: Bundle,
		option: string,
		values: Record<string, number>,
		limits: QuestionLimits
	): Promise<{ kind: 'figures'; figures: Figure[] } | { kind: 'problem'; problem: Problem }> {
		const outcome = await this.#ask(bundle, { type: 'measure', option, values, limits });
		if (outcome.kind === 'figures') return outcome;
		return { kind: 'problem', problem: await problemIn(bundle, outcome) };
	}

	reset(): Promise<void> {
		return this.#rebuild(GONE);
	}

	dispose(): void {
		this.#leave();
		this.#return = undefined;
		this.#close(GONE);
	}

	withdraw(): void {
		this.#close(WITHDRAWN);
	}

	comeBack(): void {
		this.#return?.();
	}

	#connect(): Promise<void> {
		if (isWithdrawn()) {
			return new Promise((resolve) => {
				this.#return = () => {
					this.#return = undefined;
					this.ready = this.#connect();
					resolve(this.ready);
				};
			});
		}
		const { element, shells, title } = this.#options;
		const { signal } = this.#abort;
		const connected = connect(shells, { element, title, signal }).then(
			(connection) => {
				if (signal.aborted) {
					connection.close();
					return signal.reason === WITHDRAWN ? this.ready : undefined;
				}
				this.#connection = connection;
				connection.port.onmessage = (event) => {
					if (readFromFrame(event.data).type === 'pong') this.#heartbeat.answered();
				};
				for (const send of this.#waiting.splice(0)) send();
			},
			(error: unknown) => {
				if (signal.reason === WITHDRAWN) return this.ready;
				if (!signal.aborted) this.#lose({ kind: 'crash', message: String(error) });
				throw error;
			}
		);
		// Callers await `ready`; this only avoids an unhandled rejection.
		connected.catch(() => undefined);
		return connected;
	}

	#rebuild(problem: Problem): Promise<void> {
		this.#close(problem);
		this.ready = this.#connect();
		return this.ready;
	}

	#close(problem: Problem): void {
		this.#abort.abort(problem);
		this.#abort = new AbortController();
		this.#connection?.close();
		this.#connection = undefined;
		this.#latest = undefined;
		if (problem === WITHDRAWN) this.ready = this.#connect();
		this.#lose(problem);
	}

	/** Ends all jobs. State is cleared first, because jobs may start again at once. */
	#lose(problem: Problem): void {
		const jobs = [...this.#jobs];
		this.#waiting = [];
		this.#jobs.clear();
		this.#heartbeat.stop();
		for (const job of jobs) job.lost(problem);
	}

	/** Returns the focus and reports it the first time, since a page may legitimately focus its own field; ends the page at the second. */
	#watchKeyboard(language: string, onEvent: (event: RunEvent) => void): KeyboardWatch {
		const text = word(language, 'keyboard');
		const isUsed = () => this.#connection?.isUsed() ?? Promise.resolve(false);
		let taken = 0;
		return new KeyboardWatch({ element: () => this.#connection?.frame, isUsed }, () => {
			taken += 1;
			if (taken > 1) {
				this.#run?.fail({ kind: 'keyboard' });
				return void this.#rebuild(GONE).catch(() => undefined);
			}
			const values = [{ kind: 'string' as const, text }];
			onEvent({ type: 'console', entries: [{ level: 'warn', values, times: 1 }], dropped: 0 });
		});
	}

	#begin(job: Job): void {
		this.#jobs.add(job);
		if (this.#connection !== undefined) this.#heartbeat.start();
	}

	#forget(job: Job): void {
		this.#jobs.delete(job);
		if (this.#jobs.size === 0) this.#heartbeat.stop();
	}

	#send<T extends Exclude<ToFrame, { type: 'ping' }>>(bundle: Bundle, message: Unsent<T>, theirs: MessagePort): void {
		const send = () => {
			const code: SentCode = this.#latest === bundle.code ? null : bundle.code;
			this.#latest = bundle.code;
			this.#connection?.port.postMessage({ ...message, code }, [theirs]);
			this.#heartbeat.start();
		};
		if (this.#connection === undefined) this.#waiting.push(send);
		else send();
	}

	#ask(bundle: Bundle, question: Unsent<Question>): Promise<QuestionOutcome> {
		return new Promise((resolve) => {
			const { port1: port, port2: theirs } = new MessageChannel();
			const answer = (outcome: QuestionOutcome) => {
				port.close();
				this.#forget(job);
				resolve(outcome);
			};
			const again = () => {
				port.close();
				resolve(this.#ask(bundle, question));
			};
			const job: Job = {
				lost: (problem) => (problem === WITHDRAWN ? again() : answer({ kind: 'problem', problem }))
			};
			port.onmessage = (event) => answer(readFromAsking(event.data).outcome);
			this.#begin(job);
			this.#send<Question>(bundle, question, theirs);
		});
	}
}

/** Returns the problem of an outcome. An outcome of the wrong kind can only come from a manipulated frame. */
function problemIn(bundle: Bundle, outcome: QuestionOutcome): Promise<Problem> {
	if (outcome.kind === 'problem') return placeProblem(bundle, outcome.problem);
	return Promise.resolve({ kind: 'crash', message: 'The frame answered another question.' });
}
