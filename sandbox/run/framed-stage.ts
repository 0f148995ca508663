import type {
	Bundle,
	PageDocument,
	CallOutcome,
	CheckOptions,
	StartedRun,
	RunEvent,
	RunOptions,
	Stage,
	StageOptions
} from '../contract.ts';
import type { MeasuredFigure, Problem, Report } from '../report.ts';
import {
	readMessageFromProgramQuestion,
	type ProgramQuestionLimits,
	type ProgramQuestionOutcome,
	type MessageToFrame
} from '../protocol.ts';
import { CheckingJob, type FrameJob, RunJob } from './jobs.ts';
import { FrameHolder, type MessageWithoutBundle } from './frame-holder.ts';
import { KeyboardFocusWatch } from './keyboard-watch.ts';
import { formatPageMessage } from './page/page-messages.ts';
import { locateProblem } from './locate-problem.ts';
import { FRAME_WITHDRAWN_PROBLEM } from './withdrawal.ts';

export const createStage = (options: StageOptions): Stage => new FramedStage(options);

type StageQuestion = Extract<MessageToFrame, { type: 'call' | 'measure' }>;

class FramedStage implements Stage {
	#latestRun: RunJob | undefined;
	#keyboardWatch: KeyboardFocusWatch | undefined;
	readonly #jobs = new Set<FrameJob>();
	readonly #frameHolder: FrameHolder;

	constructor(options: StageOptions) {
		this.#frameHolder = new FrameHolder(options, (problem) => this.#endJobs(problem));
	}

	get ready(): Promise<void> {
		return this.#frameHolder.ready;
	}

	prepare(prelude: string): void {
		this.#frameHolder.preparePrelude(prelude);
	}

	run(bundle: Bundle, options: RunOptions, onEvent: (event: RunEvent) => void): StartedRun {
		this.#latestRun?.endForNewerRun();
		// A page that hangs blocks its frame, so the frame is replaced first.
		this.#frameHolder.replaceFrameIfStuck();
		const earlyPort = this.#frameHolder.takeEarlyRun(bundle, options);
		const { port1, port2: framePort } = new MessageChannel();
		const run: RunJob = new RunJob(
			bundle,
			earlyPort ?? port1,
			onEvent,
			() => {
				if (this.#latestRun === run) this.#keyboardWatch?.endWatch();
				this.#removeJob(run);
			},
			() => this.#frameHolder.replaceFrame()
		);
		this.#latestRun = run;
		this.#addJob(run);
		if (earlyPort !== undefined) {
			run.updateSceneInput(options.input);
			if (options.isMuted === true) run.setMuted(true);
			return run;
		}
		const { page } = bundle;
		// Only pages are watched: a sketch or scene has no document and cannot take the keyboard.
		if (page !== undefined) this.#keyboardWatch = this.#watchKeyboard(options.input.language, onEvent);
		this.#frameHolder.sendToFrame(
			bundle,
			{ type: 'run', options, ...(page && { page: omitLibraryText(page) }) },
			framePort
		);
		return run;
	}

	check(bundle: Bundle, options: CheckOptions): Promise<Report> {
		const { checkFilePaths, seed, timeLimit, totalLimit, onResult } = options;
		const plan = { files: checkFilePaths, seed, timeLimit, totalLimit };
		return new Promise((resolve) => {
			const job: CheckingJob = new CheckingJob(bundle, onResult, (report) => {
				this.#removeJob(job);
				// When the frames are back, all checks run again, without `onResult`, so that no result is reported twice.
				if (report.load === FRAME_WITHDRAWN_PROBLEM)
					resolve(this.check(bundle, { checkFilePaths, seed, timeLimit, totalLimit }));
				else resolve(report);
			});
			this.#addJob(job);
			this.#frameHolder.sendToFrame(bundle, { type: 'check', plan }, job.framePort);
		});
	}

	async call(bundle: Bundle, name: string, args: unknown[], limits: ProgramQuestionLimits): Promise<CallOutcome> {
		const outcome = await this.#askFrame(bundle, { type: 'call', name, args, limits });
		if (outcome.kind === 'value') return outcome;
		return { kind: 'problem', problem: await problemOfQuestionOutcome(bundle, outcome) };
	}

	async measure(
		bundle: Bundle,
		option: string,
		values: Record<string, number>,
		limits: ProgramQuestionLimits
	): Promise<{ kind: 'figures'; figures: MeasuredFigure[] } | { kind: 'problem'; problem: Problem }> {
		const outcome = await this.#askFrame(bundle, { type: 'measure', option, values, limits });
		if (outcome.kind === 'figures') return outcome;
		return { kind: 'problem', problem: await problemOfQuestionOutcome(bundle, outcome) };
	}

	reset(): Promise<void> {
		return this.#frameHolder.reset();
	}

	dispose(): void {
		this.#frameHolder.dispose();
	}

	/**
	 * Watches whether a page takes the keyboard focus. The first time the user gets the focus back and a line in the console says
	 * so, since a page may rightly focus its own field. The second time ends the page.
	 */
	#watchKeyboard(language: string, onEvent: (event: RunEvent) => void): KeyboardFocusWatch {
		const warningText = formatPageMessage(language, 'keyboard');
		let focusCount = 0;
		return new KeyboardFocusWatch(this.#frameHolder, () => {
			focusCount += 1;
			if (focusCount > 1) {
				this.#latestRun?.endWithProblem({ kind: 'keyboard' });
				return this.#frameHolder.replaceFrame();
			}
			const values = [{ kind: 'string' as const, text: warningText }];
			onEvent({ type: 'console', entries: [{ level: 'warn', values, times: 1 }], dropped: 0 });
		});
	}

	#addJob(job: FrameJob): void {
		this.#jobs.add(job);
		this.#frameHolder.startPings();
	}

	#removeJob(job: FrameJob): void {
		this.#jobs.delete(job);
		if (this.#jobs.size === 0) this.#frameHolder.stopPings();
	}

	/** Ends all jobs. The list is emptied first, because some jobs start again at once. */
	#endJobs(problem: Problem): void {
		const jobs = [...this.#jobs];
		this.#jobs.clear();
		for (const job of jobs) job.onFrameLost(problem);
	}

	#askFrame(bundle: Bundle, question: MessageWithoutBundle<StageQuestion>): Promise<ProgramQuestionOutcome> {
		return new Promise((resolve) => {
			const { port1: port, port2: theirs } = new MessageChannel();
			const resolveQuestionOutcome = (outcome: ProgramQuestionOutcome) => {
				port.close();
				this.#removeJob(job);
				const isWithdrawn = outcome.kind === 'problem' && outcome.problem === FRAME_WITHDRAWN_PROBLEM;
				resolve(isWithdrawn ? this.#askFrame(bundle, question) : outcome);
			};
			const job: FrameJob = { onFrameLost: (problem) => resolveQuestionOutcome({ kind: 'problem', problem }) };
			port.onmessage = (event) => resolveQuestionOutcome(readMessageFromProgramQuestion(event.data).outcome);
			this.#addJob(job);
			this.#frameHolder.sendToFrame<StageQuestion>(bundle, question, theirs);
		});
	}
}

/** Leaves out the text of the libraries, which the frame may have already. */
function omitLibraryText({ html, styles, data }: PageDocument): Omit<PageDocument, 'library'> {
	return { html, styles, data };
}

/** Returns the problem of a failed question. An outcome of another kind can only come from a manipulated frame. */
function problemOfQuestionOutcome(bundle: Bundle, outcome: ProgramQuestionOutcome): Promise<Problem> {
	if (outcome.kind === 'problem') return locateProblem(bundle, outcome.problem);
	return Promise.resolve({ kind: 'crash', message: 'The frame answered another question.' });
}
