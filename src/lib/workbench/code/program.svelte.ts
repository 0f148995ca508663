/** Compiles, plays and checks the student's program; each attempt replaces the one before. */
import type {
	Bundle,
	CallOutcome,
	CheckOptions,
	Compiler,
	Diagnostic,
	Files,
	OwnFiles,
	RunOptions,
	SceneInput,
	Sources,
	Stage
} from '#sandbox/contract.ts';
import { sizeExcessIn } from '#lib/domain/file-size.ts';
import { type CheckResult, type Figure, type Problem, type Report, type RunProblem } from '#sandbox/report.ts';
import type { ArrivingContents } from '../files/arriving.ts';
import { isUnplacedLoop } from './loop-search.ts';
import { Playback } from './playback.svelte.ts';
import { mergeResults } from './results.ts';
import { createStaging, type Staging } from './staging.ts';

/** A challenge plays the same each time, and as the judge does. */
const SEED = 20;
/** Milliseconds. Generous: a busy machine can stall a worker for half a second, and a right program must not be called endless. */
const CHECK_LIMIT_MS = 1500;
const ALL_CHECKS_LIMIT_MS = 5000;
const CALL_LIMIT_MS = 2000;

/** A program of one's own has other chances each time, and the hour of the clock on the wall. */
const realChance = () => ({ seed: Math.floor(Math.random() * 2 ** 32), startTime: Date.now() });

export interface AttemptOptions {
	/** A bundle compiled earlier, such as a challenge's start; without it `sources` are compiled. */
	bundle?: Bundle;
	sources: Sources;
	/** The student's own files among the sources, whose size is limited. */
	ownFiles: Files;
	input: SceneInput;
	/** What plays: the author's scene with the program in it, or the program alone. */
	kind: RunOptions['kind'];
	checksFile: string | null;
	/** The program runs only after this resolves, because the work is saved first. */
	whenSaved: Promise<unknown>;
	/** Resolves to the script of the library that a page asks for. */
	library?: Promise<string | null>;
	/** The pictures of the project; absent when it has none. What comes late makes the program begin again. */
	contents?: ArrivingContents;
}

const withLibrary = (bundle: Bundle, library: string): Bundle =>
	bundle.page === undefined ? bundle : { ...bundle, page: { ...bundle.page, library } };

export class Program extends Playback {
	diagnostics = $state.raw<Diagnostic[]>([]);
	/** The newest results; those of older code stay until newer ones come, and are stale. */
	results = $state.raw<CheckResult[]>([]);
	loadProblem = $state.raw<Problem | null>(null);
	isCompiling = $state(false);
	isChecking = $state(false);
	/** The loop of a check that did not end is being looked for. */
	isSearchingLoop = $state(false);
	areResultsStale = $state(false);
	isBlocked = $state(false);
	/** The compiler has loaded or has failed to: less urgent files may now load. */
	isCompilerSettled = $state(false);

	bundle: Bundle | null = null;
	/** The student's files in this bundle. */
	bundledFiles: Files | null = null;
	#expectedSources: Sources | null = null;
	#hasAskedCompiler = false;

	constructor(compiler: Compiler, stage: Stage) {
		super(compiler, stage);
		stage.ready.catch(() => {
			this.isBlocked = true;
			void this.loadCompiler();
		});
	}

	/** Loads the compiler before it is needed, and compiles what is expected next. */
	override async loadCompiler(): Promise<void> {
		await this.compiler.warm().catch(() => undefined);
		this.isCompilerSettled = true;
		await this.#prepareExpected();
	}

	/** Compiles the sources in advance, so that the first edit finds its surroundings compiled. An attempt that comes sooner does it itself. */
	async expectSources(sources: Sources): Promise<void> {
		this.#expectedSources = sources;
		if (this.isCompilerSettled) await this.#prepareExpected();
	}

	async #prepareExpected(): Promise<void> {
		const sources = this.#expectedSources;
		// The compiler holds one request: this one must not take the place of an attempt's.
		if (sources === null || this.#hasAskedCompiler) return;
		this.#hasAskedCompiler = true;
		// A compiler that fails is reported by the attempt that needs it.
		const compilation = await this.compiler.compile({ ...sources, dividesPrelude: true }).catch(() => null);
		if (compilation?.kind === 'bundle' && compilation.bundle.prelude !== undefined)
			this.stage.prepare(compilation.bundle.prelude);
	}

	/** Compiles, plays and checks. Resolves to the report; null without checks, or when a newer attempt has taken its place. */
	async runAttempt({
		bundle,
		sources,
		ownFiles: own,
		input,
		kind,
		checksFile: checks,
		whenSaved: saved,
		library,
		contents
	}: AttemptOptions): Promise<Report | null> {
		const attemptNumber = this.beginAttempt();
		const edition = this.editCount;
		// The checks of the attempt before never report that they have ended.
		this.isChecking = false;
		this.isSearchingLoop = false;
		/** Undefined when it could not be fetched. */
		const libraryText = library?.catch(() => undefined) ?? Promise.resolve(null);
		const excess = sizeExcessIn(own);
		if (excess) this.#refuse({ kind: 'too-large', excess });
		const readyBundle = excess ? null : (bundle ?? (await this.#compile(sources, attemptNumber)));
		await saved;
		const fetched = await libraryText;
		const ownFiles = await contents?.soon;
		if (!readyBundle || attemptNumber !== this.latestAttempt) return null;
		if (fetched === undefined) {
			this.#refuse({ kind: 'library' });
			return null;
		}
		this.bundle = readyBundle;
		this.bundledFiles = own;
		this.diagnostics = [];
		const begin = (files: OwnFiles | undefined): Staging => {
			const pictures = files && contents && { ownFiles: files, hashes: contents.hashes };
			const staging = createStaging({
				bundle: fetched === null ? readyBundle : withLibrary(readyBundle, fetched),
				sources,
				options: { kind, input, ...pictures, ...(kind === 'scene' ? { seed: SEED } : realChance()) },
				editCount: edition,
				attemptNumber
			});
			this.play(staging);
			return staging;
		};
		const staging = begin(ownFiles);
		void contents?.late.then((all) => {
			if (all !== null && attemptNumber === this.latestAttempt && edition === this.editCount) begin(all);
		});
		return checks === null ? null : this.#check(staging, checks);
	}

	async #compile(sources: Sources, attemptNumber: number): Promise<Bundle | null> {
		this.#hasAskedCompiler = true;
		this.isCompiling = true;
		const compilation = await this.compiler.compile({ ...sources, dividesPrelude: true });
		this.isCompilerSettled = true;
		if (attemptNumber !== this.latestAttempt) return null;
		this.isCompiling = false;
		if (compilation.kind === 'diagnostics') {
			this.diagnostics = compilation.diagnostics;
			this.problem = null;
			this.leaveHang();
			this.keepLastPicture();
		}
		if (compilation.kind === 'too-large') this.#refuse({ kind: 'too-large' });
		return compilation.kind === 'bundle' ? compilation.bundle : null;
	}

	#refuse(problem: RunProblem): void {
		this.isCompiling = false;
		this.diagnostics = [];
		this.problem = problem;
		this.keepLastPicture();
	}

	async #check(staging: Staging, file: string): Promise<Report | null> {
		const { bundle, attemptNumber } = staging;
		this.isChecking = true;
		const earlierResults = this.results;
		const newResults: CheckResult[] = [];
		const options = { files: [file], seed: SEED, timeLimit: CHECK_LIMIT_MS, totalLimit: ALL_CHECKS_LIMIT_MS };
		const report = await this.stage.check(bundle, {
			...options,
			onResult: (result) => {
				if (attemptNumber !== this.latestAttempt) return;
				newResults.push(result);
				this.results = mergeResults(earlierResults, newResults);
			}
		});
		if (attemptNumber !== this.latestAttempt) return null;
		this.isChecking = false;
		this.loadProblem = report.load ?? null;
		// No check has run, so the earlier results stay, marked as stale.
		if (report.load && report.results.length === 0) this.areResultsStale = this.results.length > 0;
		else {
			this.results = report.results;
			this.areResultsStale = !this.isCurrent(staging);
		}
		if (report.results.some(isUnplacedLoop)) void this.#placeLoops(report.results, staging, options);
		return report;
	}

	async #placeLoops(results: CheckResult[], staging: Staging, options: CheckOptions): Promise<void> {
		this.isSearchingLoop = true;
		const locatedResults = await this.loopSearchOf(staging).findInChecks(results, options);
		if (staging.attemptNumber !== this.latestAttempt) return;
		this.isSearchingLoop = false;
		if (this.results === results) this.results = locatedResults;
	}

	callFunction(name: string, args: unknown[]): Promise<CallOutcome> {
		if (!this.bundle) return Promise.resolve({ kind: 'problem', problem: { kind: 'crash', message: 'no program' } });
		return this.stage.call(this.bundle, name, args, { seed: SEED, timeLimit: CALL_LIMIT_MS });
	}

	async measureFigures(option: string, values: Record<string, number>): Promise<Figure[] | null> {
		if (!this.bundle) return null;
		const outcome = await this.stage.measure(this.bundle, option, values, { seed: SEED, timeLimit: CALL_LIMIT_MS });
		return outcome.kind === 'figures' ? outcome.figures : null;
	}

	stop(): void {
		this.latestAttempt++;
		this.isCompiling = false;
		this.isChecking = false;
		this.isSearchingLoop = false;
		this.stopRun();
		this.end();
	}

	/** Clears the results, because another step has other checks. */
	forgetResults(): void {
		this.results = [];
		this.loadProblem = null;
		this.isChecking = false;
		this.isSearchingLoop = false;
		this.areResultsStale = false;
	}

	/** Clears the messages about the code, because it has changed. */
	markEdited(): void {
		this.editCount++;
		this.typingWatch.begin();
		this.diagnostics = [];
		// A keyboard problem is about the page that was ended, not about its code.
		if (this.problem?.kind !== 'keyboard') this.problem = null;
		this.loadProblem = null;
		if (this.results.length > 0) this.areResultsStale = true;
	}

	dispose(): void {
		this.typingWatch.dispose();
		this.stopRun();
		this.stage.dispose();
		this.compiler.dispose();
	}
}
