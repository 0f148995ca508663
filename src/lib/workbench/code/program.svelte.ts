/** Compiles, plays and checks the student's program; each attempt replaces the one before. */
import type {
	Bundle,
	CallOutcome,
	CheckOptions,
	Compiler,
	Diagnostic,
	Files,
	RunOptions,
	SceneInput,
	Sources,
	Stage
} from '#sandbox/contract.ts';
import { excessIn } from '#lib/domain/file-size.ts';
import { type CheckResult, type Figure, type Problem, type Report } from '#sandbox/report.ts';
import { isUnplaced } from './loop-search.ts';
import { Playback } from './playback.svelte.ts';
import { joinResults } from './results.ts';
import { createStaging, type Staging } from './staging.ts';

const SEED = 20;
/** Milliseconds. Generous: a busy machine can stall a worker for half a second, and a right program must not be called endless. */
const CHECK_LIMIT = 1500;
const CHECKS_LIMIT = 5000;
const CALL_LIMIT = 2000;

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

export class Program extends Playback {
	diagnostics = $state.raw<Diagnostic[]>([]);
	/** The newest results; those of older code stay until newer ones come, and are stale. */
	results = $state.raw<CheckResult[]>([]);
	load = $state.raw<Problem | null>(null);
	compiling = $state(false);
	checking = $state(false);
	/** The loop of a check that did not end is being looked for. */
	searching = $state(false);
	stale = $state(false);
	blocked = $state(false);
	/** The compiler has loaded or has failed to: less urgent files may now load. */
	settled = $state(false);

	bundle: Bundle | null = null;
	/** The student's files in this bundle. */
	bundled: Files | null = null;

	constructor(compiler: Compiler, stage: Stage) {
		super(compiler, stage);
		stage.ready.catch(() => {
			this.blocked = true;
			void this.warm();
		});
	}

	/** Loads the compiler before it is needed. */
	override async warm(): Promise<void> {
		await this.compiler.warm().catch(() => undefined);
		this.settled = true;
	}

	/** Compiles, plays and checks. Resolves to the report; null without checks, or when a newer attempt has taken its place. */
	async attempt({ bundle, sources, own, input, kind, checks, saved }: Try): Promise<Report | null> {
		const attempt = ++this.latest;
		const edition = this.edition;
		// Checks that this attempt overtakes report no end.
		this.checking = false;
		this.searching = false;
		const excess = excessIn(own);
		if (excess) this.#refuse({ kind: 'too-large', excess });
		const ready = excess ? null : (bundle ?? (await this.#compile(sources, attempt)));
		await saved;
		if (!ready || attempt !== this.latest) return null;
		this.bundle = ready;
		this.bundled = own;
		this.diagnostics = [];
		const staging = createStaging({ bundle: ready, sources, options: { kind, seed: SEED, input }, edition, attempt });
		this.play(staging);
		return checks === null ? null : this.#check(staging, checks);
	}

	async #compile(sources: Sources, attempt: number): Promise<Bundle | null> {
		this.compiling = true;
		const compilation = await this.compiler.compile(sources);
		this.settled = true;
		if (attempt !== this.latest) return null;
		this.compiling = false;
		if (compilation.kind === 'diagnostics') {
			this.diagnostics = compilation.diagnostics;
			this.problem = null;
			this.leaveHang();
			this.fallBehind();
		}
		if (compilation.kind === 'too-large') this.#refuse({ kind: 'too-large' });
		return compilation.kind === 'bundle' ? compilation.bundle : null;
	}

	#refuse(problem: Problem): void {
		this.compiling = false;
		this.diagnostics = [];
		this.problem = problem;
		this.fallBehind();
	}

	async #check(staging: Staging, file: string): Promise<Report | null> {
		const { bundle, attempt } = staging;
		this.checking = true;
		const before = this.results;
		const heard: CheckResult[] = [];
		const options = { files: [file], seed: SEED, timeLimit: CHECK_LIMIT, totalLimit: CHECKS_LIMIT };
		const report = await this.stage.check(bundle, {
			...options,
			onResult: (result) => {
				if (attempt !== this.latest) return;
				heard.push(result);
				this.results = joinResults(before, heard);
			}
		});
		if (attempt !== this.latest) return null;
		this.checking = false;
		this.load = report.load ?? null;
		// What kept the checks from running says nothing of the results before.
		if (report.load && report.results.length === 0) this.stale = this.results.length > 0;
		else {
			this.results = report.results;
			this.stale = !this.isCurrent(staging);
		}
		if (report.results.some(isUnplaced)) void this.#placeLoops(report.results, staging, options);
		return report;
	}

	async #placeLoops(results: CheckResult[], staging: Staging, options: CheckOptions): Promise<void> {
		this.searching = true;
		const placed = await this.searchOf(staging).inChecks(results, options);
		if (staging.attempt !== this.latest) return;
		this.searching = false;
		if (this.results === results) this.results = placed;
	}

	call(name: string, args: unknown[]): Promise<CallOutcome> {
		if (!this.bundle) return Promise.resolve({ kind: 'problem', problem: { kind: 'crash', message: 'no program' } });
		return this.stage.call(this.bundle, name, args, { seed: SEED, timeLimit: CALL_LIMIT });
	}

	async measure(option: string, values: Record<string, number>): Promise<Figure[] | null> {
		if (!this.bundle) return null;
		const outcome = await this.stage.measure(this.bundle, option, values, { seed: SEED, timeLimit: CALL_LIMIT });
		return outcome.kind === 'figures' ? outcome.figures : null;
	}

	stop(): void {
		this.latest++;
		this.compiling = false;
		this.checking = false;
		this.searching = false;
		this.halt();
		this.end();
	}

	/** Clears the results, as when the step changes. */
	forgetResults(): void {
		this.results = [];
		this.load = null;
		this.checking = false;
		this.searching = false;
		this.stale = false;
	}

	/** Takes back what was said of the code before, because it has changed. */
	edited(): void {
		this.edition++;
		this.typing.begin();
		this.diagnostics = [];
		// This one is about the page that was ended, not about its code.
		if (this.problem?.kind !== 'keyboard') this.problem = null;
		this.load = null;
		if (this.results.length > 0) this.stale = true;
	}

	dispose(): void {
		this.typing.dispose();
		this.halt();
		this.stage.dispose();
		this.compiler.dispose();
	}
}
