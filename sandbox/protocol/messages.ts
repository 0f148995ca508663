/** Types of every message between the app, the shell, the frame, its workers and page documents. */
import type { SoundNote } from '../note.ts';
import type { CursorShape } from '../cursor-shape.ts';
import type { SoundArrivalByPath, SoundCommand } from '../sound-command.ts';
import type { CheckOptions, OwnFiles, PageDocument, RunOptions, SceneInput, StagePicture } from '../contract.ts';
import type { CheckResult, ConsoleEntry, MeasuredFigure, Problem } from '../report.ts';
import type { StoredItems } from '../stored-items.ts';

/**
 * `files` are the paths of the check files. The field keeps this name, because the app and the frame may be of different
 * versions.
 */
export type CheckPlan = Pick<CheckOptions, 'seed' | 'timeLimit' | 'totalLimit'> & { files: string[] };
export interface ProgramQuestionLimits {
	seed: number;
	timeLimit: number;
}

/** Null stands for the text that was sent last, so that a bundle which is both run and checked is sent only once. */
export type TextUnlessUnchanged = string | null;

export interface SentBundle {
	code: TextUnlessUnchanged;
	/** The code that runs before the bundle; empty when the bundle needs none. */
	prelude: TextUnlessUnchanged;
	/**
	 * Scripts of a page's libraries; empty for a page without libraries. They take a megabyte, and are the same after every edit.
	 */
	library: TextUnlessUnchanged;
}

export interface WorkerBundle {
	code: string;
	prelude: string;
}

// Messages between app, shell and frame, which pass on the port over which app and frame then talk.
export type MessageFromShell = { type: 'shell.loaded' };
/**
 * `shell.greet` asks a shell that may have loaded before the app to say `shell.loaded` again. `shell.used` brings a port, over
 * which the shell answers `true` when the user acted in the frame during the last seconds.
 */
export type MessageToShell = { type: 'shell.greet' } | { type: 'shell.connect' } | { type: 'shell.used' };
export type FrameConnectMessage = { type: 'frame.connect' };

// Messages between app and frame, over the port that the shell passed on. Each job brings its own port for the answers.
export type MessageToFrame =
	| (SentBundle &
			(
				| { type: 'run'; options: RunOptions; page?: Omit<PageDocument, 'library'> }
				| { type: 'check'; plan: CheckPlan }
				| { type: 'call'; name: string; args: unknown[]; limits: ProgramQuestionLimits }
				| { type: 'measure'; option: string; values: Record<string, number>; limits: ProgramQuestionLimits }
			))
	| { type: 'prepare'; prelude: string }
	| { type: 'ping' };
export type MessageFromFrame = { type: 'ready' } | { type: 'pong' };

export type MessageToRun =
	| { type: 'stop' }
	| { type: 'pause' }
	| { type: 'resume' }
	| { type: 'step' }
	| { type: 'update'; input: SceneInput }
	| { type: 'mute'; isMuted: boolean }
	| { type: 'picture'; longestSide: number };
export type MessageFromRun =
	| { type: 'console'; entries: ConsoleEntry[]; dropped: number }
	| { type: 'drawn'; frame: number; description?: string[] }
	| { type: 'error'; problem: Problem }
	/** All items that the program keeps, sent after an item has changed. */
	| { type: 'stored'; items: StoredItems }
	/** The program failed before it drew, so the previous program's picture plays on and takes this run's commands. */
	| { type: 'kept' }
	/** The program has played a note or a sound, which is heard or waits for a click in the frame. */
	| { type: 'sound'; isHeard: boolean }
	/** `picture` is null when there is no picture to take. */
	| { type: 'picture'; picture: StagePicture | null }
	| { type: 'stopped'; reason: 'asked' | 'error' | 'hang' | 'replaced' };
/** Messages that a program's worker or page may send about its run. Only the frame sends the other messages of a run. */
export type MessageFromProgram = Exclude<MessageFromRun, { type: 'kept' | 'sound' | 'picture' | 'stopped' }>;
export type MessageFromCheckRun = { type: 'results'; results: CheckResult[] } | { type: 'done'; load?: Problem };
export type ProgramQuestionOutcome =
	| { kind: 'value'; shown: string; data: unknown }
	| { kind: 'figures'; figures: MeasuredFigure[] }
	| { kind: 'problem'; problem: Problem };
export type MessageFromProgramQuestion = { type: 'outcome'; outcome: ProgramQuestionOutcome };

export interface StageSize {
	width: number;
	height: number;
	ratio: number;
}
export interface PointerInput {
	type: 'pointer';
	kind: 'move' | 'down' | 'up' | 'cancel';
	x: number;
	y: number;
}
export interface KeyInput {
	type: 'key';
	kind: 'down' | 'up';
	key: string;
	keyCode: number;
}
export type MessageToWorker =
	| { type: 'canvas'; canvas: OffscreenCanvas; size: StageSize }
	| { type: 'size'; size: StageSize }
	/** Makes the worker evaluate a prelude before its bundle comes. With `runsFiles` it also runs each file of the prelude. */
	| { type: 'prepare'; prelude: string; runsFiles: boolean }
	| (WorkerBundle &
			(
				| {
						type: 'run';
						options: RunOptions;
						pictures?: ReadonlyMap<string, ImageBitmap | null>;
						sounds?: SoundArrivalByPath;
				  }
				| { type: 'check'; plan: CheckPlan; skip: string[][] }
				| { type: 'call'; name: string; args: unknown[]; seed: number }
				| { type: 'measure'; option: string; values: Record<string, number>; seed: number }
			))
	| { type: 'pause' }
	| { type: 'picture' }
	| { type: 'resume' }
	| { type: 'step' }
	| { type: 'update'; input: SceneInput }
	| { type: 'ping' }
	| PointerInput
	| KeyInput;
export type MessageFromWorker =
	| { type: 'ready' }
	| { type: 'pong' }
	| { type: 'picture'; picture: ImageBitmap }
	| { type: 'cursor'; shape: CursorShape }
	| { type: 'note'; note: SoundNote }
	| { type: 'sound-command'; command: SoundCommand }
	| { type: 'planned'; paths: string[][] }
	/**
	 * Results since the last message, and the check that begins now. If no message follows within the limit, that check is at
	 * fault.
	 */
	| { type: 'begun'; results: CheckResult[]; path: string[]; timeLimit: number }
	| { type: 'finished'; results: CheckResult[]; load?: Problem }
	| MessageFromProgramQuestion
	| MessageFromProgram;

// Between frame and page document, over a port that the page gets with `page.connect`.
export type PageConnectMessage = { type: 'page.connect' };
export interface PagePlan {
	code: string;
	page: PageDocument;
	ownFiles: OwnFiles;
	storedItems: StoredItems;
	seed: number;
	language: string;
	isMuted: boolean;
}
export type MessageToPage =
	| { type: 'open'; plan: PagePlan }
	| { type: 'ping' }
	| { type: 'mute'; isMuted: boolean }
	| { type: 'pause' }
	| { type: 'resume' }
	| { type: 'step' }
	| { type: 'picture'; longestSide: number };
export type MessageFromPage =
	| { type: 'pong' }
	/** The page plays something for the first time. */
	| { type: 'sound' }
	/** A loop ran too long, so the program was stopped. */
	| { type: 'endless'; problem: Problem }
	/** `picture` is null for a page without a visible canvas. */
	| { type: 'picture'; picture: ImageBitmap | null }
	| MessageFromProgram;
