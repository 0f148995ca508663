/** Every message between the app, the shell, the frame, its workers and the document of a page. */
import type { CheckOptions, PageDocument, RunOptions, SceneInput } from '../index.ts';
import type { CheckResult, ConsoleEntry, Figure, Problem } from '../report.ts';

export type CheckPlan = Pick<CheckOptions, 'files' | 'seed' | 'timeLimit' | 'totalLimit'>;
export interface QuestionLimits {
	seed: number;
	timeLimit: number;
}

/** `null`: the code that was sent last, so that a bundle that runs and is checked travels once. */
export type SentCode = string | null;

// App → shell → frame: the way the port takes.
export type FromShell = { type: 'shell.loaded' };
/** `shell.used` brings a port: through it comes `true` where a person did something in the frame in the last seconds. */
export type ToShell = { type: 'shell.connect' } | { type: 'shell.used' };
export type ShellToFrame = { type: 'frame.connect' };

// App ⇄ frame, over that port. Each job brings a port of its own, for its answers.
export type ToFrame =
	/** `page`: the document that the program is given, when it is a page. */
	| { type: 'run'; code: SentCode; options: RunOptions; page?: PageDocument }
	| { type: 'check'; code: SentCode; plan: CheckPlan }
	| { type: 'call'; code: SentCode; name: string; args: unknown[]; limits: QuestionLimits }
	| { type: 'measure'; code: SentCode; option: string; values: Record<string, number>; limits: QuestionLimits }
	| { type: 'ping' };
export type FromFrame = { type: 'ready' } | { type: 'pong' };

// App ⇄ one job.
export type ToRun =
	{ type: 'stop' } | { type: 'pause' } | { type: 'resume' } | { type: 'step' } | { type: 'update'; input: SceneInput };
export type FromRun =
	| { type: 'console'; entries: ConsoleEntry[]; dropped: number }
	| { type: 'drawn'; frame: number; description?: string[] }
	| { type: 'error'; problem: Problem }
	| { type: 'stopped'; reason: 'asked' | 'error' | 'hang' | 'replaced' };
export type FromChecking = { type: 'results'; results: CheckResult[] } | { type: 'done'; load?: Problem };
export type QuestionOutcome =
	| { kind: 'value'; shown: string; data: unknown }
	| { kind: 'figures'; figures: Figure[] }
	| { kind: 'problem'; problem: Problem };
export type FromAsking = { type: 'outcome'; outcome: QuestionOutcome };

// Frame ⇄ worker.
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
	| { type: 'run'; code: string; options: RunOptions }
	| { type: 'check'; code: string; plan: CheckPlan; skip: string[][] }
	| { type: 'call'; code: string; name: string; args: unknown[]; seed: number }
	| { type: 'measure'; code: string; option: string; values: Record<string, number>; seed: number }
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
	/** What is on the canvas, for the time after the worker. */
	| { type: 'picture'; picture: ImageBitmap }
	| { type: 'planned'; paths: string[][] }
	/** Results so far, and the check that begins now: when nothing follows within its limit, that one is guilty. */
	| { type: 'begun'; results: CheckResult[]; path: string[]; timeLimit: number }
	| { type: 'finished'; results: CheckResult[]; load?: Problem }
	| FromAsking
	| Exclude<FromRun, { type: 'stopped' }>;

/** One name for a check, to skip it by. */
export const pathKey = (path: string[]): string => JSON.stringify(path);

// Frame ⇄ the document of a page program, over a port that it is given once.
export type ConnectPage = { type: 'page.connect' };
export interface PagePlan {
	code: string;
	page: PageDocument;
	seed: number;
	language: string;
}
export type ToPage = { type: 'open'; plan: PagePlan } | { type: 'ping' };
export type FromPage =
	| { type: 'pong' }
	/** A loop did not end: nothing that it guards goes on. */
	| { type: 'endless'; problem: Problem }
	| Exclude<FromRun, { type: 'stopped' }>;
