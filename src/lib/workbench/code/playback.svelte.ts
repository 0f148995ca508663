import type { Compiler, RunEvent, SceneInput, Stage } from '#sandbox/contract.ts';
import type { RunProblem } from '#sandbox/report.ts';
import { ConsoleLog } from './console-log.svelte.ts';
import { FallbackPrograms, type StagedProgram } from './staged-program.ts';
import { EndlessLoopSearch } from './loop-search.ts';
import { StageRunner } from './stage-runner.svelte.ts';
import { TypingWatch } from './typing-watch.svelte.ts';

/** Milliseconds that a program may be silent when it is played again, because its machine was busy the first time. */
const REPLAY_SILENCE_LIMIT_MS = 5000;

export type PlayState = 'nothing' | 'running' | 'paused' | 'ended';
/** What the stage shows: the newest program, an earlier program because the newest failed, or the moment at which the newest hung. */
export type PictureState = 'newest' | 'earlier' | 'stuck';

export abstract class Playback extends StageRunner {
	playState = $state<PlayState>('nothing');
	pictureState = $state<PictureState>('newest');
	hasPicture = $state(false);
	/** The problem of the newest code. An endless loop shows once its place is known. */
	problem = $state.raw<RunProblem | null>(null);
	readonly console = new ConsoleLog();
	description = $state.raw<string[]>([]);
	isDrawn = $state(false);
	drawnProgramCount = $state(0);
	/**
	 * Whether the stage's frame is removed from the page because a person types a password; the program starts again afterwards.
	 */
	isWithdrawn = $state(false);

	/** Called when the program has ended without having crashed the page. */
	onEnd: () => void = () => undefined;
	/** Number of the newest attempt; results of attempts with lower numbers are dropped. */
	protected latestAttemptNumber = 0;
	/** Number of the attempt under way when the person paused, whose program begins paused; null once they resumed. */
	#pausedAttemptNumber: number | null = null;
	/** Number of edits so far, by which messages about an earlier state of the code are recognised and not shown. */
	protected editCount = 0;
	#newestProgram: StagedProgram | null = null;
	readonly #fallbackPrograms = new FallbackPrograms();
	#isStageBehind = false;
	#isHung = false;
	protected readonly typingWatch = new TypingWatch(() => this.#updatePictureState());
	protected readonly compiler: Compiler;

	constructor(compiler: Compiler, stage: Stage) {
		super(stage);
		this.compiler = compiler;
	}

	abstract loadCompiler(): Promise<void>;

	get isTyping(): boolean {
		return this.typingWatch.isTyping;
	}

	/** Lets messages show at once, because the person asked to run the program. */
	stopWaitingForTyping(): void {
		this.typingWatch.endTyping();
	}

	/** Begins an attempt and returns its number. The stage is marked as showing an earlier program only if this attempt fails. */
	protected beginAttempt(): number {
		this.#isStageBehind = false;
		return ++this.latestAttemptNumber;
	}

	/** Plays an earlier program in place of a program that hung; called once the code has changed. */
	protected replaceHungProgram(): void {
		if (this.#isHung && this.#newestProgram !== null) this.#playEarlier(this.#newestProgram);
	}

	protected keepLastPicture(): void {
		this.#isStageBehind = true;
		// Uncover the last picture, because no new one will come.
		this.isDrawn = true;
		if (this.playState === 'nothing') this.playState = 'ended';
		if (this.playState === 'running') this.resumeRun();
		if (!this.isTyping) this.#updatePictureState();
	}

	#updatePictureState(): void {
		if (this.#isHung) this.pictureState = 'stuck';
		else if (this.#isStageBehind && this.hasPicture && this.pictureState === 'newest') this.pictureState = 'earlier';
	}

	protected playProgram(stagedProgram: StagedProgram): void {
		this.isWithdrawn = false;
		const isPaused = this.#pausedAttemptNumber === stagedProgram.attemptNumber;
		this.playState = isPaused ? 'paused' : 'running';
		this.#newestProgram = stagedProgram;
		this.startRun(stagedProgram.bundle, { ...stagedProgram.options, paused: isPaused }, (event) =>
			this.#handleRunEvent(event, stagedProgram)
		);
	}

	#clearEarlierOutput(stagedProgram: StagedProgram): void {
		if (stagedProgram.hasAnswered) return;
		stagedProgram.hasAnswered = true;
		this.problem = null;
		this.console.clear();
	}

	#handleRunEvent(event: RunEvent, stagedProgram: StagedProgram): void {
		switch (event.type) {
			case 'console':
				this.#clearEarlierOutput(stagedProgram);
				this.console.add(event.entries, event.dropped);
				break;
			case 'drawn':
				this.#takeDrawnEvent(event, stagedProgram);
				break;
			case 'error':
				this.#clearEarlierOutput(stagedProgram);
				stagedProgram.hasFailed = true;
				if (event.problem.kind === 'time') this.#handleHang(event.problem, stagedProgram);
				else if (this.isOfCurrentEdit(stagedProgram) || event.problem.kind === 'keyboard') this.problem = event.problem;
				break;
			case 'kept':
				stagedProgram.isReplaced = true;
				if (stagedProgram.hasHung && this.isOfCurrentEdit(stagedProgram)) {
					this.stopRun();
					return this.endPlaying();
				}
				this.keepLastPicture();
				break;
			case 'stopped':
				if (event.reason === 'replaced') break;
				if (event.reason === 'withdrawn') return this.#playAgain(stagedProgram);
				if (event.reason === 'asked' || !this.#playEarlier(stagedProgram)) this.endPlaying();
				if (event.reason === 'error' && !stagedProgram.hasDrawn) this.keepLastPicture();
				break;
		}
	}

	protected isOfCurrentEdit({ editCount: edition }: StagedProgram): boolean {
		return edition === this.editCount;
	}

	#takeDrawnEvent({ frame, description }: Extract<RunEvent, { type: 'drawn' }>, stagedProgram: StagedProgram): void {
		if (!stagedProgram.isReplaced) this.#clearEarlierOutput(stagedProgram);
		// The first picture is on screen: now load the compiler, which the first edit will need.
		if (!this.isDrawn) void this.loadCompiler();
		this.isDrawn = true;
		this.isWithdrawn = false;
		if (description !== undefined) this.description = description;
		else if (frame === 1) this.description = [];
		if (stagedProgram.isReplaced || stagedProgram.hasDrawn) return;
		stagedProgram.hasDrawn = true;
		this.drawnProgramCount += 1;
		stagedProgram.drawnAt = performance.now();
		this.#fallbackPrograms.addDrawnProgram(stagedProgram);
		this.hasPicture = true;
		this.#isStageBehind = false;
		this.#isHung = false;
		this.pictureState = 'newest';
	}

	protected endPlaying(): void {
		this.playState = 'ended';
		this.onEnd();
	}

	/**
	 * Plays the last good program again in place of one that failed after it drew. Returns false when there is none, or when the failed
	 * program hung.
	 */
	#playEarlier(stagedProgram: StagedProgram): boolean {
		const lastWorkingProgram = this.#fallbackPrograms.lastWorkingProgram;
		if (lastWorkingProgram === undefined || stagedProgram.options.kind === 'page') return false;
		if (stagedProgram.hasHung && this.isOfCurrentEdit(stagedProgram)) return false;
		this.#isHung = false;
		if (this.pictureState === 'stuck') this.pictureState = 'newest';
		this.playState = this.playState === 'paused' ? 'paused' : 'running';
		this.keepLastPicture();
		const paused = this.playState === 'paused';
		const options = { ...lastWorkingProgram.options, input: stagedProgram.options.input, paused };
		this.startRun(lastWorkingProgram.bundle, options, (event) => {
			if (event.type === 'drawn') this.#takeDrawnEvent(event, { ...lastWorkingProgram, isReplaced: true });
			if (event.type !== 'stopped' || event.reason === 'replaced') return;
			if (event.reason === 'withdrawn') return this.#playAgain(stagedProgram);
			lastWorkingProgram.hasFailed = event.reason !== 'asked';
			// This earlier program, which had not failed before it was replaced, has failed now: try the one before it.
			if (!lastWorkingProgram.hasFailed || !this.#playEarlier(stagedProgram)) this.endPlaying();
		});
		return true;
	}

	#playAgain(stagedProgram: StagedProgram): void {
		this.isWithdrawn = true;
		stagedProgram.isReplaced = false;
		const options = { ...stagedProgram.options, paused: this.playState === 'paused' };
		this.startRun(stagedProgram.bundle, options, (event) => this.#handleRunEvent(event, stagedProgram));
	}

	#handleHang(problem: Extract<RunProblem, { kind: 'time' }>, stagedProgram: StagedProgram): void {
		stagedProgram.hasHung = true;
		if (!this.isOfCurrentEdit(stagedProgram)) return;
		this.#isStageBehind = true;
		this.#isHung = true;
		this.isDrawn = true;
		if (!this.isTyping) this.#updatePictureState();
		if (problem.place !== undefined || stagedProgram.options.kind === 'page') {
			this.problem = problem;
			return;
		}
		void this.loopSearchOf(stagedProgram)
			.findLoopOnStage(stagedProgram.options, performance.now() - stagedProgram.begunAt)
			.then((result) => {
				if (!this.isOfCurrentEdit(stagedProgram) || stagedProgram !== this.#newestProgram) return;
				if (result.kind === 'found') this.problem = { ...problem, place: result.place };
				else if (result.kind === 'played' && !stagedProgram.isPlayedAgain) this.#playAfterHang(stagedProgram);
				else this.problem = problem;
			});
	}

	/** Plays a program once more that did not answer, because it answers with guards: the machine may have been busy. */
	#playAfterHang(stagedProgram: StagedProgram): void {
		stagedProgram.isPlayedAgain = true;
		stagedProgram.hasHung = false;
		stagedProgram.hasFailed = false;
		stagedProgram.hasDrawn = false;
		stagedProgram.options = { ...stagedProgram.options, silenceLimit: REPLAY_SILENCE_LIMIT_MS };
		this.playProgram(stagedProgram);
	}

	protected loopSearchOf(stagedProgram: StagedProgram): EndlessLoopSearch {
		const isAttemptReplaced = () => stagedProgram.attemptNumber !== this.latestAttemptNumber;
		return (stagedProgram.loopSearch ??= new EndlessLoopSearch(
			this.compiler,
			this.stage,
			stagedProgram.sources,
			isAttemptReplaced
		));
	}

	override updateSceneInput(input: SceneInput): void {
		if (this.#newestProgram) this.#newestProgram.options = { ...this.#newestProgram.options, input };
		super.updateSceneInput(input);
	}

	coverStage(): void {
		if (this.playState === 'running') this.pauseRun();
		this.isDrawn = false;
	}

	stopAndForget(): void {
		this.stopRun();
		this.playState = 'nothing';
		// A new attempt number discards an attempt that is still being compiled for the other work.
		this.beginAttempt();
		this.#fallbackPrograms.forgetPrograms();
		this.console.clear();
		this.#isHung = false;
		this.hasPicture = false;
		this.pictureState = 'newest';
		this.problem = null;
		this.isDrawn = false;
		this.isSoundHeard = null;
	}

	pause(): void {
		this.pauseRun();
		this.playState = 'paused';
		this.#pausedAttemptNumber = this.latestAttemptNumber;
	}

	resume(): void {
		this.resumeRun();
		this.playState = 'running';
		this.#pausedAttemptNumber = null;
	}
}
