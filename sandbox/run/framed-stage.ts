/** A stage that runs programs in the shell's inner frame and replaces a frame that hangs. */
import type {
	Bundle,
	CallOutcome,
	CheckOptions,
	StartedRun,
	RunEvent,
	RunOptions,
	Stage,
	StageOptions
} from '../contract.ts';
import type { Figure, Problem, Report } from '../report.ts';
import {
	readFromFrame,
	readFromQuestion,
	type QuestionLimits,
	type QuestionOutcome,
	type SentBundle,
	type ToFrame
} from '../protocol.ts';
import { connectToFrame, type FrameConnection } from './connection/client.ts';
import { CheckingJob } from './checking-job.ts';
import { Heartbeat } from './heartbeat.ts';
import type { FrameJob } from './job.ts';
import { KeyboardWatch } from './keyboard-watch.ts';
import { pageMessage } from './page/page-messages.ts';
import { locateProblem } from './place.ts';
import { RunJob } from './run-job.ts';
import { registerStage, isWithdrawn, WITHDRAWN_PROBLEM, type WithdrawableStage } from './withdrawal.ts';

type StageQuestion = Extract<ToFrame, { type: 'call' | 'measure' }>;
type WithoutBundle<T extends ToFrame> = T extends SentBundle ? Omit<T, keyof SentBundle> : never;

/** Milliseconds of silence after which something in the frame hangs. */
const STUCK_MILLISECONDS = 300;

const FRAME_REMOVED: Problem = { kind: 'crash', message: 'The frame was removed.' };

export class FramedStage implements Stage, WithdrawableStage {
	ready: Promise<void>;
	#connection: FrameConnection | undefined;
	#waiting: (() => void)[] = [];
	#abort = new AbortController();
	#latest: Pick<Bundle, 'code' | 'prelude'> | undefined;
	#run: RunJob | undefined;
	#watch: KeyboardWatch | undefined;
	/** Connects after the withdrawal has ended. */
	#return: (() => void) | undefined;
	readonly #leave: () => void;
	readonly #jobs = new Set<FrameJob>();
	readonly #heartbeat: Heartbeat;
	readonly #options: StageOptions;

	constructor(options: StageOptions) {
		this.#options = options;
		this.#heartbeat = new Heartbeat(
			() => this.#connection?.port.postMessage({ type: 'ping' } satisfies ToFrame),
			(limit) => void this.#rebuild({ kind: 'time', limit }).catch(() => undefined)
		);
		this.#leave = registerStage(this);
		this.ready = this.#connect();
	}

	/** Does nothing before the frame is connected; its workers then get the prelude with the first program. */
	prepare(prelude: string): void {
		this.#connection?.port.postMessage({ type: 'prepare', prelude } satisfies ToFrame);
	}

	run(bundle: Bundle, options: RunOptions, onEvent: (event: RunEvent) => void): StartedRun {
		this.#run?.endForNewer();
		// A hanging page blocks its frame: replace the frame now rather than at the heartbeat's limit.
		if (this.#heartbeat.silence > STUCK_MILLISECONDS) void this.#rebuild(FRAME_REMOVED).catch(() => undefined);
		const run: RunJob = new RunJob(
			bundle,
			onEvent,
			() => {
				if (this.#run === run) this.#watch?.end();
				this.#forget(run);
			},
			() => void this.#rebuild(FRAME_REMOVED).catch(() => undefined)
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
				if (report.load === WITHDRAWN_PROBLEM) resolve(this.check(bundle, { files, seed, timeLimit, totalLimit }));
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
		return this.#rebuild(FRAME_REMOVED);
	}

	dispose(): void {
		this.#leave();
		this.#return = undefined;
		this.#close(FRAME_REMOVED);
	}

	withdraw(): void {
		this.#close(WITHDRAWN_PROBLEM);
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
		const connected = connectToFrame(shells, { element, title, signal }).then(
			(connection) => {
				if (signal.aborted) {
					connection.close();
					return signal.reason === WITHDRAWN_PROBLEM ? this.ready : undefined;
				}
				this.#connection = connection;
				connection.port.onmessage = (event) => {
					if (readFromFrame(event.data).type === 'pong') this.#heartbeat.noteAnswer();
				};
				for (const send of this.#waiting.splice(0)) send();
			},
			(error: unknown) => {
				if (signal.reason === WITHDRAWN_PROBLEM) return this.ready;
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
		if (problem === WITHDRAWN_PROBLEM) this.ready = this.#connect();
		this.#lose(problem);
	}

	/** Ends all jobs. State is cleared first, because jobs may start again at once. */
	#lose(problem: Problem): void {
		const jobs = [...this.#jobs];
		this.#waiting = [];
		this.#jobs.clear();
		this.#heartbeat.stop();
		for (const job of jobs) job.onFrameLost(problem);
	}

	/** Returns the focus and reports it the first time, since a page may legitimately focus its own field; ends the page at the second. */
	#watchKeyboard(language: string, onEvent: (event: RunEvent) => void): KeyboardWatch {
		const text = pageMessage(language, 'keyboard');
		const isUsed = () => this.#connection?.isUsed() ?? Promise.resolve(false);
		let taken = 0;
		return new KeyboardWatch({ element: () => this.#connection?.frame, isUsed }, () => {
			taken += 1;
			if (taken > 1) {
				this.#run?.endWithProblem({ kind: 'keyboard' });
				return void this.#rebuild(FRAME_REMOVED).catch(() => undefined);
			}
			const values = [{ kind: 'string' as const, text }];
			onEvent({ type: 'console', entries: [{ level: 'warn', values, times: 1 }], dropped: 0 });
		});
	}

	#begin(job: FrameJob): void {
		this.#jobs.add(job);
		if (this.#connection !== undefined) this.#heartbeat.start();
	}

	#forget(job: FrameJob): void {
		this.#jobs.delete(job);
		if (this.#jobs.size === 0) this.#heartbeat.stop();
	}

	#send<T extends Extract<ToFrame, SentBundle>>(bundle: Bundle, message: WithoutBundle<T>, theirs: MessagePort): void {
		const send = () => {
			const sent: SentBundle = {
				code: this.#latest?.code === bundle.code ? null : bundle.code,
				prelude: this.#latest !== undefined && this.#latest.prelude === bundle.prelude ? null : (bundle.prelude ?? '')
			};
			this.#latest = bundle;
			this.#connection?.port.postMessage({ ...message, ...sent }, [theirs]);
			this.#heartbeat.start();
		};
		if (this.#connection === undefined) this.#waiting.push(send);
		else send();
	}

	#ask(bundle: Bundle, question: WithoutBundle<StageQuestion>): Promise<QuestionOutcome> {
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
			const job: FrameJob = {
				onFrameLost: (problem) => (problem === WITHDRAWN_PROBLEM ? again() : answer({ kind: 'problem', problem }))
			};
			port.onmessage = (event) => answer(readFromQuestion(event.data).outcome);
			this.#begin(job);
			this.#send<StageQuestion>(bundle, question, theirs);
		});
	}
}

/** Returns the problem of an outcome. An outcome of the wrong kind can only come from a manipulated frame. */
function problemIn(bundle: Bundle, outcome: QuestionOutcome): Promise<Problem> {
	if (outcome.kind === 'problem') return locateProblem(bundle, outcome.problem);
	return Promise.resolve({ kind: 'crash', message: 'The frame answered another question.' });
}
