import type {
	Bundle,
	CallOutcome,
	Compiler,
	Diagnostic,
	Files,
	OwnFiles,
	RunOptions,
	SceneInput,
	Sources,
	Stage
} from '#sandbox/contract.ts';
import { findSizeExcess } from '#lib/domain/file-size.ts';
import type { MeasuredFigure, Report, RunProblem } from '#sandbox/report.ts';
import type { ArrivingFileContents } from '../files/arriving-contents.ts';
import { Playback } from './playback.svelte.ts';
import { ProgramChecks } from './program-checks.svelte.ts';
import { CHALLENGE_RANDOM_SEED, createStagedProgram, type StagedProgram } from './staged-program.ts';

const PROGRAM_CALL_LIMIT_MS = 2000;

/** Returns a random seed and the present time, so that a project's program plays differently each time. */
const createRandomSeedAndTime = () => ({ seed: Math.floor(Math.random() * 2 ** 32), startTime: Date.now() });

export interface AttemptOptions {
	/** A bundle compiled beforehand, such as that of a challenge's start program; without it, `sources` are compiled. */
	bundle?: Bundle;
	sources: Sources;
	/** The files among the sources that the student wrote; the size limit applies only to these. */
	studentFiles: Files;
	sceneInput: SceneInput;
	kind: RunOptions['kind'];
	checksFile: string | null;
	/** Resolves once the work is saved; the program does not run before. */
	whenSaved: Promise<unknown>;
	library?: Promise<string | null>;
	/**
	 * Contents of the project's pictures, sounds and other own files; absent when it has none. A late arrival restarts the program.
	 */
	ownFileContents?: ArrivingFileContents;
}

const addLibraryToPage = (bundle: Bundle, library: string): Bundle =>
	bundle.page === undefined ? bundle : { ...bundle, page: { ...bundle.page, library } };

export class Program extends Playback {
	diagnostics = $state.raw<Diagnostic[]>([]);
	isCompiling = $state(false);
	isBlocked = $state(false);
	/** Whether the compiler has loaded or failed to load; less urgent files, such as the editor's, load only then. */
	isCompilerSettled = $state(false);

	readonly checks: ProgramChecks;
	bundle: Bundle | null = null;
	bundledFiles: Files | null = null;
	#expectedSources: Sources | null = null;
	#hasAskedCompiler = false;

	constructor(compiler: Compiler, stage: Stage) {
		super(compiler, stage);
		this.checks = new ProgramChecks(stage);
		stage.ready.catch(() => {
			this.isBlocked = true;
			void this.loadCompiler();
		});
	}

	override stopAndForget(): void {
		super.stopAndForget();
		this.isCompiling = false;
		this.diagnostics = [];
	}

	override async loadCompiler(): Promise<void> {
		await this.compiler.warm().catch(() => undefined);
		this.isCompilerSettled = true;
		await this.#compileExpected();
	}

	reuseCompiledFiles(sources: Sources, bundle: Bundle): void {
		if (bundle.files !== undefined) this.compiler.reuseFiles(sources, bundle);
	}

	/**
	 * Compiles sources in advance, so that the first edit finds the files around the program compiled. An attempt that comes sooner compiles
	 * them itself.
	 */
	async compileInAdvance(sources: Sources): Promise<void> {
		this.#expectedSources = sources;
		if (this.isCompilerSettled) await this.#compileExpected();
	}

	async #compileExpected(): Promise<void> {
		const sources = this.#expectedSources;
		// The compiler keeps only the newest request: compiling in advance must not replace an attempt's request.
		if (sources === null || this.#hasAskedCompiler) return;
		this.#hasAskedCompiler = true;
		// A failure of the compiler is not reported here: the attempt that needs the compiler will report it.
		const compilation = await this.compiler.compile({ ...sources, dividesPrelude: true }).catch(() => null);
		if (compilation?.kind === 'bundle' && compilation.bundle.prelude !== undefined)
			this.stage.prepare(compilation.bundle.prelude);
	}

	/** Compiles, plays and checks the code. Resolves to the report; to null without checks, or when a newer attempt has replaced this one. */
	async runAttempt({
		bundle,
		sources,
		studentFiles: own,
		sceneInput,
		kind,
		checksFile,
		whenSaved: saved,
		library,
		ownFileContents
	}: AttemptOptions): Promise<Report | null> {
		const attemptNumber = this.beginAttempt();
		const editCountAtStart = this.editCount;
		this.checks.stop();
		/** Script of the page's library: null when it needs none, undefined when it could not be fetched. */
		const libraryScriptPromise = library?.catch(() => undefined) ?? Promise.resolve(null);
		const sizeExcess = findSizeExcess(own);
		if (sizeExcess) this.#showRefusal({ kind: 'too-large', excess: sizeExcess });
		const readyBundle = sizeExcess ? null : (bundle ?? (await this.#compile(sources, attemptNumber)));
		await saved;
		const libraryScript = await libraryScriptPromise;
		const ownFiles = await ownFileContents?.contentsSoon;
		if (!readyBundle || attemptNumber !== this.latestAttemptNumber) return null;
		if (libraryScript === undefined) {
			this.#showRefusal({ kind: 'library' });
			return null;
		}
		this.bundle = readyBundle;
		this.bundledFiles = own;
		this.diagnostics = [];
		const createAndPlayProgram = (files: OwnFiles | undefined): StagedProgram => {
			const ownFileOptions = files && ownFileContents && { ownFiles: files, hashes: ownFileContents.hashByPath };
			const stagedProgram = createStagedProgram({
				bundle: libraryScript === null ? readyBundle : addLibraryToPage(readyBundle, libraryScript),
				sources,
				options: {
					kind,
					input: sceneInput,
					...ownFileOptions,
					...(kind === 'scene' ? { seed: CHALLENGE_RANDOM_SEED } : createRandomSeedAndTime())
				},
				editCount: editCountAtStart,
				attemptNumber
			});
			this.playProgram(stagedProgram);
			return stagedProgram;
		};
		const stagedProgram = createAndPlayProgram(ownFiles);
		void ownFileContents?.contentsLater.then((all) => {
			if (all !== null && attemptNumber === this.latestAttemptNumber && editCountAtStart === this.editCount)
				createAndPlayProgram(all);
		});
		if (checksFile === null) return null;
		return this.checks.runChecks(checksFile, {
			bundle: stagedProgram.bundle,
			isReplaced: () => attemptNumber !== this.latestAttemptNumber,
			isCurrent: () => this.isOfCurrentEdit(stagedProgram),
			loopSearch: () => this.loopSearchOf(stagedProgram)
		});
	}

	async #compile(sources: Sources, attemptNumber: number): Promise<Bundle | null> {
		this.#hasAskedCompiler = true;
		this.isCompiling = true;
		const compilation = await this.compiler.compile({ ...sources, dividesPrelude: true });
		this.isCompilerSettled = true;
		if (attemptNumber !== this.latestAttemptNumber) return null;
		this.isCompiling = false;
		if (compilation.kind === 'diagnostics') {
			this.diagnostics = compilation.diagnostics;
			this.problem = null;
			this.replaceHungProgram();
			this.keepLastPicture();
		}
		if (compilation.kind === 'too-large') this.#showRefusal({ kind: 'too-large' });
		return compilation.kind === 'bundle' ? compilation.bundle : null;
	}

	#showRefusal(problem: RunProblem): void {
		this.isCompiling = false;
		this.diagnostics = [];
		this.problem = problem;
		this.keepLastPicture();
	}

	callFunction(name: string, args: unknown[]): Promise<CallOutcome> {
		if (!this.bundle) return Promise.resolve({ kind: 'problem', problem: { kind: 'crash', message: 'no program' } });
		return this.stage.call(this.bundle, name, args, { seed: CHALLENGE_RANDOM_SEED, timeLimit: PROGRAM_CALL_LIMIT_MS });
	}

	async measureFigures(optionId: string, values: Record<string, number>): Promise<MeasuredFigure[] | null> {
		if (!this.bundle) return null;
		const outcome = await this.stage.measure(this.bundle, optionId, values, {
			seed: CHALLENGE_RANDOM_SEED,
			timeLimit: PROGRAM_CALL_LIMIT_MS
		});
		return outcome.kind === 'figures' ? outcome.figures : null;
	}

	stop(): void {
		this.latestAttemptNumber++;
		this.isCompiling = false;
		this.checks.stop();
		this.stopRun();
		this.endPlaying();
	}

	markEdited(): void {
		this.editCount++;
		this.typingWatch.noteEdit();
		this.diagnostics = [];
		// A `keyboard` problem tells why the page was ended, not what is wrong in the code, so an edit does not remove it.
		if (this.problem?.kind !== 'keyboard') this.problem = null;
		this.checks.markResultsStale();
	}

	dispose(): void {
		this.typingWatch.dispose();
		this.stopRun();
		this.stage.dispose();
		this.compiler.dispose();
	}
}
