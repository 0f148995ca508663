/** Plays programs on the stage; when the newest fails, the last good one plays on. */
import type { Compiler, StartedRun, RunEvent, SceneInput, Stage } from '#sandbox/contract.ts';
import { followedBy } from '#sandbox/index.ts';
import type { ConsoleEntry, RunProblem } from '#sandbox/report.ts';
import { EarlierPrograms } from './earlier-programs.ts';
import { LoopSearch } from './loop-search.ts';
import type { Staging } from './staging.ts';
import { Typing } from './typing.svelte.ts';

const KEPT_ENTRIES = 500;

export type Playing = 'nothing' | 'running' | 'paused' | 'ended';
/** What the stage shows: the newest program, an earlier one because the newest failed, or where the newest hung. */
export type Picture = 'newest' | 'earlier' | 'stuck';

export abstract class Playback {
	playing = $state<Playing>('nothing');
	picture = $state<Picture>('newest');
	/** A program of this work has drawn. */
	hasPicture = $state(false);
	/** The problem of the newest code, once its place is known. */
	problem = $state.raw<RunProblem | null>(null);
	console = $state.raw<ConsoleEntry[]>([]);
	dropped = $state(0);
	/** The scene in words, one item per line. */
	description = $state.raw<string[]>([]);
	drawn = $state(false);
	/** The frame is out of the page while a person types a secret; afterwards the program starts again. */
	withdrawn = $state(false);

	/** Called when the program has ended without crashing the page. */
	onEnd: () => void = () => undefined;
	#run: StartedRun | null = null;
	/** Counts the attempts; a newer one takes the place of those before. */
	protected latest = 0;
	/** Counts the edits: what is said of an earlier state of the code is not shown. */
	protected edition = 0;
	#newest: Staging | null = null;
	readonly #earlier = new EarlierPrograms();
	/** The newest code did not come on the stage. */
	#isBehind = false;
	protected readonly typing = new Typing(() => this.#mark());
	protected readonly compiler: Compiler;
	protected readonly stage: Stage;

	constructor(compiler: Compiler, stage: Stage) {
		this.compiler = compiler;
		this.stage = stage;
	}

	/** Loads the compiler before it is needed. */
	abstract warm(): Promise<void>;

	/** While somebody types, no message about the code shows. */
	get isTyping(): boolean {
		return this.typing.isTyping;
	}

	/** Lets messages show at once, because somebody runs the program. */
	endTyping(): void {
		this.typing.end();
	}

	/** Plays an earlier program in place of one that hung, because its code has changed. */
	protected leaveHang(): void {
		if (this.picture === 'stuck' && this.#newest !== null) this.#playEarlier(this.#newest);
	}

	/** Leaves the last good picture playing, because the newest code gives none. */
	protected fallBehind(): void {
		this.#isBehind = true;
		// No new picture will come: uncover the last one.
		this.drawn = true;
		if (this.playing === 'nothing') this.playing = 'ended';
		if (this.playing === 'running') this.#run?.resume();
		if (!this.isTyping) this.#mark();
	}

	#mark(): void {
		if (this.#isBehind && this.hasPicture && this.picture === 'newest') this.picture = 'earlier';
	}

	protected play(staging: Staging): void {
		this.withdrawn = false;
		this.playing = 'running';
		this.#newest = staging;
		this.#run = this.stage.run(staging.bundle, staging.options, (event) => this.#hear(event, staging));
	}

	/** Clears what the program before wrote and said, as soon as this one answers. */
	#beginToSpeak(staging: Staging): void {
		if (staging.hasSpoken) return;
		staging.hasSpoken = true;
		this.problem = null;
		this.console = [];
		this.dropped = 0;
	}

	#hear(event: RunEvent, staging: Staging): void {
		switch (event.type) {
			case 'console':
				this.#beginToSpeak(staging);
				this.console = followedBy(this.console, event.entries).slice(-KEPT_ENTRIES);
				this.dropped += event.dropped;
				break;
			case 'drawn':
				this.#show(event, staging);
				break;
			case 'error':
				this.#beginToSpeak(staging);
				staging.hasFailed = true;
				if (event.problem.kind === 'time') this.#hang(event.problem, staging);
				else if (this.isCurrent(staging) || event.problem.kind === 'keyboard') this.problem = event.problem;
				break;
			case 'kept':
				staging.isKept = true;
				if (staging.hasHung && this.isCurrent(staging)) {
					this.#run?.stop();
					return this.end();
				}
				this.fallBehind();
				break;
			case 'stopped':
				if (event.reason === 'replaced') break;
				if (event.reason === 'withdrawn') return this.#playAgain(staging);
				if (event.reason === 'asked' || !this.#playEarlier(staging)) this.end();
				if (event.reason === 'error' && !staging.hasDrawn) this.fallBehind();
				break;
		}
	}

	/** Tells whether what is said of a program still holds: nobody has changed the code since. */
	protected isCurrent({ edition }: Staging): boolean {
		return edition === this.edition;
	}

	#show({ frame, description }: Extract<RunEvent, { type: 'drawn' }>, staging: Staging): void {
		if (!staging.isKept) this.#beginToSpeak(staging);
		// The first picture is on screen: load the compiler before the first edit.
		if (!this.drawn) void this.warm();
		this.drawn = true;
		this.withdrawn = false;
		if (description !== undefined) this.description = description;
		else if (frame === 1) this.description = [];
		if (staging.isKept || staging.hasDrawn) return;
		staging.hasDrawn = true;
		staging.drawn = performance.now();
		this.#earlier.add(staging);
		this.hasPicture = true;
		this.#isBehind = false;
		this.picture = 'newest';
	}

	protected end(): void {
		this.playing = 'ended';
		this.onEnd();
	}

	/** Plays the last good program again instead of one that failed after it drew. Returns false without one, or when the program hung. */
	#playEarlier(staging: Staging): boolean {
		const good = this.#earlier.lastGood;
		if (good === undefined || staging.options.kind === 'page') return false;
		if (staging.hasHung && this.isCurrent(staging)) return false;
		if (this.picture === 'stuck') this.picture = 'earlier';
		this.playing = this.playing === 'paused' ? 'paused' : 'running';
		this.fallBehind();
		const options = { ...good.options, input: staging.options.input, paused: this.playing === 'paused' };
		this.#run = this.stage.run(good.bundle, options, (event) => {
			if (event.type === 'drawn') this.#show(event, { ...good, isKept: true });
			if (event.type !== 'stopped' || event.reason === 'replaced') return;
			if (event.reason === 'withdrawn') return this.#playAgain(staging);
			good.hasFailed = event.reason !== 'asked';
			// It had been replaced before it could fail: try the one before it.
			if (!good.hasFailed || !this.#playEarlier(staging)) this.end();
		});
		return true;
	}

	#playAgain(staging: Staging): void {
		this.withdrawn = true;
		staging.isKept = false;
		const options = { ...staging.options, paused: this.playing === 'paused' };
		this.#run = this.stage.run(staging.bundle, options, (event) => this.#hear(event, staging));
	}

	/** Greys the stage and says which loop did not end, once it is known. */
	#hang(problem: Extract<RunProblem, { kind: 'time' }>, staging: Staging): void {
		staging.hasHung = true;
		if (!this.isCurrent(staging)) return;
		this.#isBehind = true;
		this.picture = 'stuck';
		this.drawn = true;
		if (problem.place !== undefined || staging.options.kind === 'page') {
			this.problem = problem;
			return;
		}
		void this.searchOf(staging)
			.onStage(staging.options, performance.now() - staging.begun)
			.then((place) => {
				if (this.isCurrent(staging) && staging === this.#newest) {
					this.problem = place === undefined ? problem : { ...problem, place };
				}
			});
	}

	protected searchOf(staging: Staging): LoopSearch {
		const isOver = () => staging.attempt !== this.latest;
		return (staging.search ??= new LoopSearch(this.compiler, this.stage, staging.sources, isOver));
	}

	update(input: SceneInput): void {
		if (this.#newest) this.#newest.options = { ...this.#newest.options, input };
		this.#run?.update(input);
	}

	/** Covers the stage and pauses the program until the next step's scene is drawn. */
	hold(): void {
		if (this.playing === 'running') this.#run?.pause();
		this.drawn = false;
	}

	/** Ends what plays, and never shows it again, because the next program is of another work. */
	startAfresh(): void {
		this.#run?.stop();
		this.#earlier.forget();
		this.#isBehind = false;
		this.hasPicture = false;
		this.picture = 'newest';
		this.problem = null;
		this.drawn = false;
	}

	pause(): void {
		this.#run?.pause();
		this.playing = 'paused';
	}

	resume(): void {
		this.#run?.resume();
		this.playing = 'running';
	}

	step(): void {
		this.#run?.step();
	}

	/** Ends what plays. */
	protected halt(): void {
		this.#run?.stop();
	}
}
