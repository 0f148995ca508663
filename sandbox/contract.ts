import type { StoredItems } from './stored-items.ts';
import type { MeasuredFigure, ConsoleEntry, SourcePlace, Problem, Report, RunProblem, CheckResult } from './report.ts';

/** Text of each file by relative path with `/`, for example `main.ts`, `data/tickets.ts`. */
export type Files = Record<string, string>;

export interface Sources {
	/** All files in one tree. Checks are at `checks/<step>.ts` and import `./main`. */
	files: Files;
	program: string;
	/** Path of the author's scene; absent for a student's own sketch. */
	scene?: string;
	checks: string[];
	/**
	 * Path of a page program's document, usually `index.html`; absent for programs that draw. Every `.css` file is a style of the
	 * page. Loops and functions of a page are guarded, so that an endless loop is ended and named. A page uses TypeScript's `dom`
	 * types, has no `braise/draw`, and cannot be checked, because checks have no document.
	 */
	page?: string;
	/** `SceneInput.parameters` changes these while the sketch runs. Each becomes a `let`, so that a `const` can change too. */
	parameters?: string[];
	/** Leaves out the guards of a page, for a take-home file. */
	unguarded?: true;
	/** For the scene's author. Otherwise they are not named, because students do not see the scene. */
	tracesScene?: true;
	/** Guards a sketch or scene as well, to find the loop that made it hang. Guarded code is slower. */
	guarded?: true;
	/** Puts the author's files that never import the program into `Bundle.prelude`. Not for pages, nor with `guarded`. */
	dividesPrelude?: true;
	/** Lists the compiled files in `Bundle.files`. Ignored for pages, with `guarded` and with `dividesPrelude`. */
	listsFiles?: true;
}

/**
 * CommonJS code, evaluated as `(function (require, module, exports) { "use strict"; … })`. Its exports are `{ program(): Exports,
 * scene?(): Exports, checks: Record<path, () => void> }`, each evaluated on first call, so that a program that throws at load is
 * reported like any other error.
 */
export interface Bundle {
	code: string;
	/** Source map as JSON, parsed only when a place is needed. */
	map: string;
	/**
	 * CommonJS code of files that never import the program, by the names under which `code` requires them: `{ files: Record<name,
	 * () => exports> }`. A stage evaluates the prelude before the next edit comes. Errors in the prelude have no source place.
	 */
	prelude?: string;
	page?: PageDocument;
	/** The compiled files in `code`, for another compiler that is given the same sources. */
	files?: CompiledFileList;
}

export interface CompiledFileList {
	/** Versions of esbuild and linker. A compiler with other versions does not use the files. */
	compiler: string;
	/** Names and texts of esbuild's helper functions. */
	helpers: [string, string][];
	files: CompiledFileEntry[];
}

export interface CompiledFileEntry {
	path: string;
	/** Place of the file's code in `Bundle.code`, in UTF-16 code units. */
	start: number;
	length: number;
	isModule: boolean;
	/** Whether `Bundle.map` has a section for this file. */
	isTraced: boolean;
	imports: { specifier: string; isStatic: boolean }[];
	requestedNames: string[];
	/** Indexes in `CompiledFileList.helpers`. */
	helpers: number[];
	/** Names that the file itself exports. */
	ownNames: string[];
	/**
	 * Names that the file exports from other files: the name in this file, the specifier of the other file, and the name there.
	 */
	again: [string, string, string][];
	/** Specifiers of `export * from` statements. */
	starSpecifiers: string[];
}

export interface PageDocument {
	/** HTML as its author wrote it. The frame parses it there and does not run the scripts in it. */
	html: string;
	/** Styles by path. A `<link>` is replaced by the style that it names; styles without a `<link>` come last. */
	styles: Record<string, string>;
	/** Other files by path, which the program may `fetch`. */
	data: Record<string, string>;
	/** Scripts of the libraries that the document asks for, evaluated before the program; absent when it asks for none. */
	library?: string;
}

export type Diagnostic =
	| { kind: 'syntax'; message: string; place: SourcePlace; length: number }
	/** An import that resolves to nothing. `available` lists names that the student may have meant. */
	| { kind: 'import'; specifier: string; available: string[]; place: SourcePlace; length: number };

export type Compilation =
	| { kind: 'bundle'; bundle: Bundle; duration: number }
	| { kind: 'diagnostics'; diagnostics: Diagnostic[] }
	/** Compiling exceeded the limits on memory or time, and would again. */
	| { kind: 'too-large' }
	/** A newer request replaced this request while it waited. */
	| { kind: 'superseded' };

export interface Compiler {
	/** Compiles one request and holds one more, which a newer request replaces. */
	compile(sources: Sources): Promise<Compilation>;
	/** Stores the compiled files that the bundle lists, so that later requests with the same files need not compile them. */
	reuseFiles(sources: Sources, bundle: Bundle): void;
	warm(): Promise<void>;
	dispose(): void;
}

/** `labels` of text.*.md, `option` of the decision, `values` of the decision or of a first step's stage dials. */
export interface SceneInput {
	labels: Record<string, string>;
	language: string;
	theme: 'light' | 'dark';
	situation: string;
	option?: string;
	values?: Record<string, number>;
	reducedMotion: boolean;
	/** New values of a sketch's variables, among those that `Sources.parameters` names. */
	parameters?: Readonly<Record<string, number | string | boolean>>;
}

/**
 * The project's own files (pictures, sounds, fonts, films, models) by path: what `loadImage`, `loadSound` and addresses in a page
 * find.
 */
export type OwnFiles = Record<string, Blob>;

export interface RunOptions {
	/**
	 * `scene` drives the author's scene with the program; `sketch` runs the program's own `setup` and `draw`; `page` loads the
	 * program into its document until it is stopped.
	 */
	kind: 'scene' | 'sketch' | 'page';
	seed: number;
	/** When the program's clock begins, in milliseconds since 1970; by default a fixed moment, the same for every run. */
	startTime?: number;
	input: SceneInput;
	/** The project's own files. An empty file stands for a file that has not arrived in this browser yet. */
	ownFiles?: OwnFiles;
	/** Hashes of `ownFiles` by path. The stage keeps decoded pictures by these hashes. */
	hashes?: Readonly<Record<string, string>>;
	/** The items that the project's program kept in earlier runs. A scene keeps no items. */
	storedItems?: StoredItems;
	paused?: boolean;
	/** Whether a sketch's notes and sounds are silent. */
	isMuted?: boolean;
	/**
	 * Milliseconds without an answer after which the program has hung; by default one second, and two before its first answer. A
	 * page has limits of its own.
	 */
	silenceLimit?: number;
}

export type RunEvent =
	| { type: 'console'; entries: ConsoleEntry[]; dropped: number }
	/**
	 * Sent for the first drawn frame (for a page, once its program is loaded), and again when the description changes, at most once
	 * a second while the picture moves. `description` comes from a scene's `describe(state, input)` or a sketch's `describe`, one
	 * line per item.
	 */
	| { type: 'drawn'; frame: number; description?: string[] }
	| { type: 'error'; problem: RunProblem }
	/** All items that the program keeps, sent after an item has changed, a few times a second at most. */
	| { type: 'stored'; items: StoredItems }
	/**
	 * Sent when a sketch plays its first note or sound, and when its sounds begin to be heard: browsers play none before a person
	 * has clicked or typed in the picture. Muted sounds count as heard.
	 */
	| { type: 'sound'; isHeard: boolean }
	/**
	 * The program failed before it drew, so the previous program's picture plays on. This run's commands then steer that picture,
	 * and later events of this run come from it.
	 */
	| { type: 'kept' }
	/**
	 * Last event of a run. `hang`: the run stopped answering and was ended. `withdrawn`: the user is typing a secret, and further
	 * runs wait until they have finished.
	 */
	| { type: 'stopped'; reason: 'asked' | 'error' | 'hang' | 'replaced' | 'withdrawn' };

/** Pixels of what a program drew: red, green, blue and alpha of each, row by row. */
export interface StagePicture {
	width: number;
	height: number;
	pixels: Uint8ClampedArray<ArrayBuffer>;
}

export interface StartedRun {
	stop(): void;
	pause(): void;
	resume(): void;
	step(): void;
	updateSceneInput(input: SceneInput): void;
	setMuted(isMuted: boolean): void;
	/**
	 * Resolves to the picture that was drawn last, its longer side at most `longestSide` pixels; to null when the run is over, and
	 * for a page without a visible canvas.
	 */
	captureStagePicture(longestSide: number): Promise<StagePicture | null>;
}

export interface CheckOptions {
	checkFilePaths: string[];
	seed: number;
	/** Milliseconds for one check; `totalLimit` is for all checks together. */
	timeLimit: number;
	totalLimit: number;
	onResult?(result: CheckResult): void;
}

export type CallOutcome = { kind: 'value'; shown: string; data: unknown } | { kind: 'problem'; problem: Problem };

export interface Stage {
	/** Resolves when the frame answers. Rejects with `FrameBlocked` when no shell can be reached. */
	ready: Promise<void>;
	/** Lets workers evaluate this prelude before the first program that has it. */
	prepare(prelude: string): void;
	/**
	 * Starts a run in place of the current run, which sends no more events after this returns. The current picture stays until
	 * the new program has drawn; a page's picture does not stay.
	 */
	run(bundle: Bundle, options: RunOptions, onEvent: (event: RunEvent) => void): StartedRun;
	/**
	 * Runs checks in a separate worker, while the stage plays on. A newer call ends an older call, which resolves with the
	 * results so far.
	 */
	check(bundle: Bundle, options: CheckOptions): Promise<Report>;
	/** Calls an exported function of the program with JSON values, for a prediction. */
	call(
		bundle: Bundle,
		name: string,
		args: unknown[],
		limits: { seed: number; timeLimit: number }
	): Promise<CallOutcome>;
	/** Calls the scene's `measure` for one option of the decision. */
	measure(
		bundle: Bundle,
		option: string,
		values: Record<string, number>,
		limits: { seed: number; timeLimit: number }
	): Promise<{ kind: 'figures'; figures: MeasuredFigure[] } | { kind: 'problem'; problem: Problem }>;
	reset(): Promise<void>;
	dispose(): void;
}

export interface StageOptions {
	element: HTMLElement;
	/** In order of preference: the next is tried when one does not answer. */
	shellAddresses: string[];
	title: string;
}
