/** Compiles, plays and checks the student's program; each attempt replaces the one before. */
import type {
	Bundle,
	CallOutcome,
	Compiler,
	Diagnostic,
	Files,
	Run,
	RunEvent,
	RunOptions,
	SceneInput,
	Sources,
	Stage
} from '#sandbox/contract.ts';
import { followedBy } from '#sandbox/index.ts';
import { excessIn } from '#lib/domain/file-size.ts';
import type { CheckResult, ConsoleEntry, Figure, Problem, Report, RunProblem } from '#sandbox/report.ts';

const SEED = 20;
/** Milliseconds. Generous: a busy machine can stall a worker for half a second, and a right program must not be called endless. */
const CHECK_LIMIT = 1500;
const CHECKS_LIMIT = 5000;
const CALL_LIMIT = 2000;
const KEPT_ENTRIES = 500;
/** Milliseconds that a program that hung is replayed to find its loop. */
const SEARCH = 1500;

export type Playing = 'nothing' | 'running' | 'paused' | 'ended';

export interface Try {
	/** A bundle compiled earlier, such as a challenge's start; without it `sources` are compiled. */
	bundle?: Bundle;
	sources: Sources;
	/** The student's own files among the sources, whose size is limited. */
	own: Files;
	input: SceneInput;
	/** What plays: the author's scene with the program in it, or the program alone. */
	kind: RunOptions['kind'];
	checks: string | null;
	/** The program runs only after this resolves, because the work is saved first. */
	saved: Promise<unknown>;
}

export class Program {
	playing = $state<Playing>('nothing');
	diagnostics = $state.raw<Diagnostic[]>([]);
	/** The problem that ended the scene. */
	problem = $state.raw<RunProblem | null>(null);
	console = $state.raw<ConsoleEntry[]>([]);
	dropped = $state(0);
	results = $state.raw<CheckResult[]>([]);
	load = $state.raw<Problem | null>(null);
	compiling = $state(false);
	checking = $state(false);
	stale = $state(false);
	/** The scene in words, one item per line. */
	description = $state.raw<string[]>([]);
	drawn = $state(false);
	blocked = $state(false);
	/** The frame is out of the page while a person types a secret; afterwards the program starts again. */
	withdrawn = $state(false);
	/** The compiler has loaded or has failed to: less urgent files may now load. */
	settled = $state(false);

	bundle: Bundle | null = null;
	/** Called when the program has ended without crashing the page. */
	onEnd: () => void = () => undefined;
	#run: Run | null = null;
	#latest = 0;
	#played: { sources: Sources; options: RunOptions } | null = null;
	readonly #compiler: Compiler;
	readonly #stage: Stage;

	constructor(compiler: Compiler, stage: Stage) {
		this.#compiler = compiler;
		this.#stage = stage;
		stage.ready.catch(() => {
			this.blocked = true;
			void this.warm();
		});
	}

	/** Loads the compiler before it is needed. */
	async warm(): Promise<void> {
		await this.#compiler.warm().catch(() => undefined);
		this.settled = true;
	}

	/** Compiles, plays and checks. Resolves to the report; null without checks, or when a newer attempt has taken its place. */
	async attempt({ bundle, sources, own, input, kind, checks, saved }: Try): Promise<Report | null> {
		const attempt = ++this.#latest;
		// Checks that this attempt overtakes report no end.
		this.checking = false;
		const excess = excessIn(own);
		if (excess) this.#refuse({ kind: 'too-large', excess });
		const ready = excess ? null : (bundle ?? (await this.#compile(sources, attempt)));
		await saved;
		if (!ready || attempt !== this.#latest) return null;
		this.bundle = ready;
		this.diagnostics = [];
		this.stale = false;
		const options: RunOptions = { kind, seed: SEED, input };
		this.#played = { sources, options };
		this.#play(ready, options);
		return checks === null ? null : this.#check(ready, checks, attempt);
	}

	async #compile(sources: Sources, attempt: number): Promise<Bundle | null> {
		this.compiling = true;
		const compilation = await this.#compiler.compile(sources);
		this.settled = true;
		if (attempt !== this.#latest) return null;
		this.compiling = false;
		if (compilation.kind === 'diagnostics') {
			this.diagnostics = compilation.diagnostics;
			// No new picture will come: uncover the last one, which is shown as outdated.
			this.drawn = true;
		}
		if (compilation.kind === 'too-large') this.#refuse({ kind: 'too-large' });
		return compilation.kind === 'bundle' ? compilation.bundle : null;
	}

	/** Ends what plays and shows the problem. */
	#refuse(problem: Problem): void {
		this.#run?.stop();
		this.compiling = false;
		this.diagnostics = [];
		this.problem = problem;
		this.playing = 'ended';
		this.drawn = true;
	}

	#play(bundle: Bundle, options: RunOptions): void {
		this.withdrawn = false;
		this.problem = null;
		this.console = [];
		this.dropped = 0;
		this.playing = 'running';
		this.#run = this.#stage.run(bundle, options, (event) => this.#hear(event));
	}

	#hear(event: RunEvent): void {
		switch (event.type) {
			case 'console':
				this.console = followedBy(this.console, event.entries).slice(-KEPT_ENTRIES);
				this.dropped += event.dropped;
				break;
			case 'drawn':
				// The first picture is on screen: load the compiler before the first edit.
				if (!this.drawn) void this.warm();
				this.drawn = true;
				this.withdrawn = false;
				if (event.description !== undefined) this.description = event.description;
				else if (event.frame === 1) this.description = [];
				break;
			case 'error':
				this.problem = event.problem;
				if (event.problem.kind === 'time' && event.problem.place === undefined) void this.#findLoop();
				break;
			case 'stopped':
				if (event.reason === 'replaced') break;
				if (event.reason === 'withdrawn') return this.#playAgain();
				this.playing = 'ended';
				this.onEnd();
				break;
		}
	}

	#playAgain(): void {
		if (this.bundle === null || this.#played === null) return;
		this.withdrawn = true;
		const options = { ...this.#played.options, paused: this.playing === 'paused' };
		this.#run = this.#stage.run(this.bundle, options, (event) => this.#hear(event));
	}

	/** Replays a program that hung, with guards in its loops, to find the loop that did not end. */
	async #findLoop(): Promise<void> {
		const attempt = this.#latest;
		if (this.#played === null || this.#played.options.kind === 'page') return;
		const { sources, options } = this.#played;
		const compilation = await this.#compiler.compile({ ...sources, guarded: true }).catch(() => null);
		if (attempt !== this.#latest || compilation?.kind !== 'bundle') return;
		const search = this.#stage.run(compilation.bundle, options, (event) => {
			if (attempt !== this.#latest || event.type !== 'error' || event.problem.kind !== 'time') return;
			const { place } = event.problem;
			if (place && this.problem?.kind === 'time') this.problem = { ...this.problem, place };
		});
		setTimeout(() => search.stop(), SEARCH);
	}

	async #check(bundle: Bundle, file: string, attempt: number): Promise<Report | null> {
		this.checking = true;
		this.results = [];
		this.load = null;
		const heard: CheckResult[] = [];
		const report = await this.#stage.check(bundle, {
			files: [file],
			seed: SEED,
			timeLimit: CHECK_LIMIT,
			totalLimit: CHECKS_LIMIT,
			onResult: (result) => {
				if (attempt !== this.#latest) return;
				heard.push(result);
				this.results = [...heard];
			}
		});
		if (attempt !== this.#latest) return null;
		this.checking = false;
		this.results = report.results;
		this.load = report.load ?? null;
		return report;
	}

	call(name: string, args: unknown[]): Promise<CallOutcome> {
		if (!this.bundle) return Promise.resolve({ kind: 'problem', problem: { kind: 'crash', message: 'no program' } });
		return this.#stage.call(this.bundle, name, args, { seed: SEED, timeLimit: CALL_LIMIT });
	}

	async measure(option: string, values: Record<string, number>): Promise<Figure[] | null> {
		if (!this.bundle) return null;
		const outcome = await this.#stage.measure(this.bundle, option, values, { seed: SEED, timeLimit: CALL_LIMIT });
		return outcome.kind === 'figures' ? outcome.figures : null;
	}

	update(input: SceneInput): void {
		if (this.#played) this.#played.options = { ...this.#played.options, input };
		this.#run?.update(input);
	}

	/** Covers the stage and pauses the program until the next step's scene is drawn. */
	hold(): void {
		if (this.playing === 'running') this.#run?.pause();
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

	stop(): void {
		this.#latest++;
		this.compiling = false;
		this.checking = false;
		this.#run?.stop();
		this.playing = 'ended';
		this.onEnd();
	}

	/** Clears the results, as when the step changes. */
	forgetResults(): void {
		this.results = [];
		this.load = null;
		this.checking = false;
		this.stale = false;
	}

	edited(): void {
		if (this.results.length > 0) this.stale = true;
	}

	dispose(): void {
		this.#run?.stop();
		this.#stage.dispose();
		this.#compiler.dispose();
	}
}
