/** Types of every message between the app, the shell, the frame, its workers and page documents. */
import type { CheckOptions, OwnFiles, PageDocument, RunOptions, SceneInput, StagePicture } from '../contract.ts';
import type { CheckResult, ConsoleEntry, Figure, Problem } from '../report.ts';

export type CheckPlan = Pick<CheckOptions, 'files' | 'seed' | 'timeLimit' | 'totalLimit'>;
export interface QuestionLimits {
	seed: number;
	timeLimit: number;
}

/** Null stands for the text that was sent last, so that a bundle that is both run and checked is sent only once. */
export type SentText = string | null;

export interface SentBundle {
	code: SentText;
	/** Empty for a bundle without a prelude. */
	prelude: SentText;
}

/** The parts of a bundle that a worker needs. */
export interface WorkerBundle {
	code: string;
	prelude: string;
}

// Between app, shell and frame, to pass on the port over which app and frame then talk.
export type FromShell = { type: 'shell.loaded' };
/** `shell.used` brings a port, over which the shell answers `true` when the user acted in the frame during the last seconds. */
export type ToShell = { type: 'shell.connect' } | { type: 'shell.used' };
export type ShellToFrame = { type: 'frame.connect' };

// Between app and frame, over the port that the shell passed on. Each job brings a port of its own for its answers.
export type ToFrame =
	| (SentBundle &
			(
				| { type: 'run'; options: RunOptions; page?: PageDocument }
				| { type: 'check'; plan: CheckPlan }
				| { type: 'call'; name: string; args: unknown[]; limits: QuestionLimits }
				| { type: 'measure'; option: string; values: Record<string, number>; limits: QuestionLimits }
			))
	| { type: 'prepare'; prelude: string }
	| { type: 'ping' };
export type FromFrame = { type: 'ready' } | { type: 'pong' };

export type ToRun =
	| { type: 'stop' }
	| { type: 'pause' }
	| { type: 'resume' }
	| { type: 'step' }
	| { type: 'update'; input: SceneInput }
	| { type: 'picture'; longestSide: number };
export type FromRun =
	| { type: 'console'; entries: ConsoleEntry[]; dropped: number }
	| { type: 'drawn'; frame: number; description?: string[] }
	| { type: 'error'; problem: Problem }
	/** The program failed before it drew, so the previous program's picture plays on and takes this run's commands. */
	| { type: 'kept' }
	/** `picture` is null when there is no picture to take. */
	| { type: 'picture'; picture: StagePicture | null }
	| { type: 'stopped'; reason: 'asked' | 'error' | 'hang' | 'replaced' };
/** Messages that a program's worker or page may send about its run; only the frame sends the others. */
export type FromProgram = Exclude<FromRun, { type: 'kept' | 'picture' | 'stopped' }>;
export type FromChecking = { type: 'results'; results: CheckResult[] } | { type: 'done'; load?: Problem };
export type QuestionOutcome =
	| { kind: 'value'; shown: string; data: unknown }
	| { kind: 'figures'; figures: Figure[] }
	| { kind: 'problem'; problem: Problem };
export type FromQuestion = { type: 'outcome'; outcome: QuestionOutcome };

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
export type ToWorker =
	| { type: 'canvas'; canvas: OffscreenCanvas; size: StageSize }
	| { type: 'size'; size: StageSize }
	/** Makes the worker evaluate a prelude before its bundle comes. With `runsFiles` it also runs each file of the prelude. */
	| { type: 'prepare'; prelude: string; runsFiles: boolean }
	| (WorkerBundle &
			(
				| { type: 'run'; options: RunOptions; pictures?: ReadonlyMap<string, ImageBitmap | null> }
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
export type FromWorker =
	| { type: 'ready' }
	| { type: 'pong' }
	| { type: 'picture'; picture: ImageBitmap }
	| { type: 'planned'; paths: string[][] }
	/**
	 * Results since the last message, and the check that begins now. If no message follows within the limit, that check is at
	 * fault.
	 */
	| { type: 'begun'; results: CheckResult[]; path: string[]; timeLimit: number }
	| { type: 'finished'; results: CheckResult[]; load?: Problem }
	| FromQuestion
	| FromProgram;

// Between frame and page document, over a port that the page gets with `page.connect`.
export type ConnectPage = { type: 'page.connect' };
export interface PagePlan {
	code: string;
	page: PageDocument;
	ownFiles: OwnFiles;
	seed: number;
	language: string;
}
export type ToPage = { type: 'open'; plan: PagePlan } | { type: 'ping' };
export type FromPage =
	| { type: 'pong' }
	/** A loop ran too long, so the program was stopped. */
	| { type: 'endless'; problem: Problem }
	| FromProgram;
