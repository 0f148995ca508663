/**
 * The browser's entry point: compile, run, check, dispose. Knows nothing of the app.
 * Whoever reads this page knows the engine.
 */
import type { HomeProject, TakenHome } from './take-home/index.ts';
import type { Figure, ConsoleEntry, SourcePlace, Problem, Report, RunProblem, CheckResult } from './report.ts';

/** Path to text. Paths are relative, with `/`, for example `main.ts`, `data/tickets.ts`. */
export type Files = Record<string, string>;

/** What is compiled together: the student's files, and around them the challenge's scene, data and checks. */
export interface Sources {
	/** All files, as if they stood in one folder. Checks stand at `checks/<step>.ts` and import `./main`. */
	files: Files;
	/** The student's entry, usually `main.ts`. */
	program: string;
	/** The author's scene; absent for a student's own sketch. */
	scene?: string;
	/** Files with checks. */
	checks: string[];
	/**
	 * The document of a page program, usually `index.html`; absent for everything that draws. Every `.css` file is its style. Its
	 * loops and functions are guarded, so that an endless one is ended and named. It types against TypeScript's own `dom`, has no
	 * `braise/draw`, and cannot be checked: its program needs a document, and checks have none.
	 */
	page?: string;
	/** Leaves the guards out, for a file that is taken home. */
	unguarded?: true;
	/** Guards also what draws, to find the loop that does not end. It is slower: for a program that hung. */
	guarded?: true;
}

/**
 * One string of CommonJS, evaluated as `(function (require, module, exports) { "use strict"; … })`.
 * Its exports are `{ program(): Exports, scene?(): Exports, checks: Record<path, () => void> }`, each evaluated on first call,
 * so that a program that throws at load is an event like any other.
 */
export interface Bundle {
	code: string;
	/** A source map (JSON), read only when something has to be placed. */
	map: string;
	/** For a page program alone. */
	page?: PageDocument;
}

export interface PageDocument {
	/** As written; parsed in the frame, where its own scripts do not run. */
	html: string;
	/** By path: a `<link>` takes its own, what no link names comes last. */
	styles: Record<string, string>;
}

export type Diagnostic =
	| { kind: 'syntax'; message: string; place: SourcePlace; length: number }
	/** An import of something that is not there. `available` are the names that could have been meant. */
	| { kind: 'import'; specifier: string; available: string[]; place: SourcePlace; length: number };

export type Compilation =
	| { kind: 'bundle'; bundle: Bundle; duration: number }
	| { kind: 'diagnostics'; diagnostics: Diagnostic[] }
	/** It took more memory or time than there is: the same again would do the same. */
	| { kind: 'too-large' }
	/** A newer request took its place while it waited. */
	| { kind: 'superseded' };

export interface Compiler {
	/** One active and one waiting request: the latest wins. */
	compile(sources: Sources): Promise<Compilation>;
	/** Loads the engine before it is needed. Without it the first `compile` does. */
	warm(): Promise<void>;
	dispose(): void;
}

/** What a scene is given. `labels` come from text.*.md. `option` and `values` are those of the decision. */
export interface SceneInput {
	labels: Record<string, string>;
	language: string;
	theme: 'light' | 'dark';
	/** Which situation the scene plays, for example a step's id. */
	situation: string;
	option?: string;
	values?: Record<string, number>;
	reducedMotion: boolean;
}

export interface RunOptions {
	/**
	 * `scene` drives the author's scene with the program; `sketch` runs the program's own `setup` and `draw`; `page` loads the
	 * program into its document, where it lives on until it is stopped: it does not pause and has no steps.
	 */
	kind: 'scene' | 'sketch' | 'page';
	seed: number;
	input: SceneInput;
	paused?: boolean;
}

export type RunEvent =
	| { type: 'console'; entries: ConsoleEntry[]; dropped: number }
	/**
	 * A frame was drawn (of a page: it is there, and its program was loaded); sent for the first one, and when its description in words has changed, at most once a second while it
	 * moves: what a scene's `describe(state, input)` gives, or what a sketch says with `describe`. One line an item.
	 */
	| { type: 'drawn'; frame: number; description?: string[] }
	| { type: 'error'; problem: RunProblem }
	/**
	 * After this nothing more comes from this run. `hang`: it stopped answering and was ended. `withdrawn`: somebody types a secret;
	 * what is run now waits until they have done so.
	 */
	| { type: 'stopped'; reason: 'asked' | 'error' | 'hang' | 'replaced' | 'withdrawn' };

export interface Run {
	stop(): void;
	pause(): void;
	resume(): void;
	/** Draws one more frame while paused. */
	step(): void;
	/** Changes the scene's input without starting over. */
	update(input: SceneInput): void;
}

export interface CheckOptions {
	/** Which check files of the bundle. */
	files: string[];
	seed: number;
	/** Milliseconds for each check, and for all of them. */
	timeLimit: number;
	totalLimit: number;
	onResult?(result: CheckResult): void;
}

export type CallOutcome = { kind: 'value'; shown: string; data: unknown } | { kind: 'problem'; problem: Problem };

export interface Stage {
	/** Resolves when the frame answers. Rejects with `FrameBlocked` when its address cannot be reached. */
	ready: Promise<void>;
	/** Replaces what runs. Events of an older run never arrive after this returns. */
	run(bundle: Bundle, options: RunOptions, onEvent: (event: RunEvent) => void): Run;
	/** Runs in a worker of its own, beside what is on stage; a newer call ends an older one, which resolves with what it has. */
	check(bundle: Bundle, options: CheckOptions): Promise<Report>;
	/** Calls one exported function of the program with JSON values: for predictions. */
	call(
		bundle: Bundle,
		name: string,
		args: unknown[],
		limits: { seed: number; timeLimit: number }
	): Promise<CallOutcome>;
	/** Calls the scene's `measure` for one option: for the decision. */
	measure(
		bundle: Bundle,
		option: string,
		values: Record<string, number>,
		limits: { seed: number; timeLimit: number }
	): Promise<{ kind: 'figures'; figures: Figure[] } | { kind: 'problem'; problem: Problem }>;
	/** Ends everything at once, whatever it is doing, and builds the frame anew. */
	reset(): Promise<void>;
	dispose(): void;
}

export interface StageOptions {
	/** Where the frame is put; it fills this element. */
	element: HTMLElement;
	/** The shell page's absolute addresses, best first; the next is tried when one does not answer. */
	shells: string[];
	title: string;
}

export { createCompiler, CompilerFailed } from './compile/client.ts';
export { createStage, FrameBlocked } from './run/client.ts';
export { followedBy } from './run/same-line.ts';
export { declarations } from './declarations.ts';

export type { HomeProject, TakenHome } from './take-home/index.ts';
/** Loaded when it is asked for: few lessons end with a file to take home. */
export async function takeHome(project: HomeProject): Promise<TakenHome> {
	return (await import('./take-home/index.ts')).takeHome(project);
}
