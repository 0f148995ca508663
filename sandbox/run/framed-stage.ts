/** A stage whose programs run in the shell's inner frame. It survives whatever they do: a frame that is silent is replaced. */
import type { Bundle, CallOutcome, CheckOptions, Run, RunEvent, RunOptions, Stage, StageOptions } from '../index.ts';
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
import { KeyboardWatch } from './keyboard-watch.ts';
import { word } from './page/page-messages.ts';
import { placeProblem } from './place.ts';
import { RunJob } from './run-job.ts';
import { enroll, isWithdrawn, WITHDRAWN, type Withdrawable } from './withdrawal.ts';

/** Something that is under way in the frame, and has to be told when the frame is gone. */
export interface Job {
	lost(problem: Problem): void;
}

type Question = Extract<ToFrame, { type: 'call' | 'measure' }>;
type Unsent<T extends ToFrame> = T extends { code: SentCode } ? Omit<T, 'code'> : never;

/** A frame that has not answered for this long has something in it that hangs, milliseconds. */
const STUCK = 300;

const GONE: Problem = { kind: 'crash', message: 'The frame was removed.' };

export class FramedStage implements Stage, Withdrawable {
	ready: Promise<void>;
	#connection: Connection | undefined;
	#waiting: (() => void)[] = [];
	#abort = new AbortController();
	#latest: string | undefined;
	#run: RunJob | undefined;
	/** Of the page on stage. */
	#watch: KeyboardWatch | undefined;
	/** Connects when the stages may come back. */
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
		// A page that hangs takes the frame with it: the next run does not wait until that is certain.
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
		// A sketch or a scene has no document, and so no way to the keyboard.
		if (page !== undefined) this.#watch = this.#watchKeyboard(options.input.language, onEvent);
		this.#send(bundle, { type: 'run', options, ...(page === undefined ? {} : { page }) }, run.theirs);
		return run;
	}

	check(bundle: Bundle, options: CheckOptions): Promise<Report> {
		const { files, seed, timeLimit, totalLimit, onResult } = options;
		return new Promise((resolve) => {
			const job: CheckingJob = new CheckingJob(bundle, onResult, (report) => {
				this.#forget(job);
				// From the beginning: what was heard already is not heard twice.
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
		// Whoever needs to know awaits `ready`.
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

	/** Those who hear of it may begin anew at once. */
	#lose(problem: Problem): void {
		const jobs = [...this.#jobs];
		this.#waiting = [];
		this.#jobs.clear();
		this.#heartbeat.stop();
		for (const job of jobs) job.lost(problem);
	}

	/** Once it is given back and said: a page may well put the caret into its own field. One that goes on is ended. */
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

/** An answer of the wrong kind can only come from a frame that is not ours any more. */
function problemIn(bundle: Bundle, outcome: QuestionOutcome): Promise<Problem> {
	if (outcome.kind === 'problem') return placeProblem(bundle, outcome.problem);
	return Promise.resolve({ kind: 'crash', message: 'The frame answered another question.' });
}
