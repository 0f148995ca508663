/**
 * Every message between the app, the shell, the frame and its workers. What comes out of the frame is `unknown` until one of
 * the parsers below has rebuilt it: they run for every message, so they are written by hand and copy only what they know.
 */
import type { CheckOptions, RunOptions, SceneInput } from './index.ts';
import type { CheckResult, ConsoleEntry, Figure, Level, Place, Problem, Shown } from './report.ts';

export type CheckPlan = Pick<CheckOptions, 'files' | 'seed' | 'timeLimit' | 'totalLimit'>;
export interface Limits {
	seed: number;
	timeLimit: number;
}

/** `null`: the code that was sent last, so that a bundle that runs and is checked travels once. */
export type SentCode = string | null;

// App → shell → frame: the way the port takes.
export type FromShell = { type: 'shell.loaded' };
export type ToShell = { type: 'shell.connect' };
export type ShellToFrame = { type: 'frame.connect' };

// App ⇄ frame, over that port. Each job brings a port of its own, for its answers.
export type ToFrame =
	| { type: 'run'; code: SentCode; options: RunOptions }
	| { type: 'check'; code: SentCode; plan: CheckPlan }
	| { type: 'call'; code: SentCode; name: string; args: unknown[]; limits: Limits }
	| { type: 'measure'; code: SentCode; option: string; values: Record<string, number>; limits: Limits }
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
export type Outcome =
	| { kind: 'value'; shown: string; data: unknown }
	| { kind: 'figures'; figures: Figure[] }
	| { kind: 'problem'; problem: Problem };
export type FromAsking = { type: 'outcome'; outcome: Outcome };

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

const LONGEST_TEXT = 10_000;
const MOST_ENTRIES = 200;
const MOST_RESULTS = 2_000;
const MOST_LINES = 100;
const DEEPEST = 8;

type Fields = Record<string, unknown>;
export class ProtocolError extends Error {
	override name = 'ProtocolError';
}

function fields(value: unknown): Fields {
	if (typeof value === 'object' && value !== null) return value as Fields;
	throw new ProtocolError('Not a message.');
}
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : '');
const count = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
function list<T>(value: unknown, most: number, read: (item: unknown) => T): T[] {
	return Array.isArray(value) ? value.slice(0, most).map(read) : [];
}
function oneOf<const T extends string>(value: unknown, names: readonly T[], otherwise: T): T {
	return names.find((name) => name === value) ?? otherwise;
}

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const satisfies readonly Level[];
const SHOWN = ['string', 'number', 'boolean', 'nothing', 'function', 'object', 'list', 'error', 'other'] as const;
const UNITS = ['cents', 'minutes', 'count', 'percent', 'grams', 'kilometres', 'days'] as const;

function readShown(value: unknown, depth = 0): Shown {
	const from = fields(value);
	const shown: Shown = { kind: oneOf(from['kind'], SHOWN, 'other'), text: text(from['text']) };
	if (Array.isArray(from['entries']) && depth < DEEPEST) {
		shown.entries = list(from['entries'], MOST_ENTRIES, (item) => {
			const entry = fields(item);
			return { key: text(entry['key']), value: readShown(entry['value'], depth + 1) };
		});
	}
	if (from['more'] !== undefined) shown.more = count(from['more']);
	return shown;
}

function readEntry(value: unknown): ConsoleEntry {
	const from = fields(value);
	return {
		level: oneOf(from['level'], LEVELS, 'log'),
		values: list(from['values'], 50, (item) => readShown(item)),
		times: Math.max(1, count(from['times']))
	};
}
export const readEntries = (value: unknown): ConsoleEntry[] => list(value, MOST_ENTRIES, readEntry);

/** Places leave the worker as places in the bundle: the app, which has the source map, says which files they mean. */
function readPlace(value: unknown): { place?: Place } {
	if (value === undefined) return {};
	const from = fields(value);
	return { place: { file: text(from['file']), line: count(from['line']), column: count(from['column']) } };
}

export function readProblem(value: unknown): Problem {
	const from = fields(value);
	const place = readPlace(from['place']);
	switch (from['kind']) {
		case 'assertion':
			return {
				kind: 'assertion',
				matcher: text(from['matcher']),
				message: text(from['message']),
				...(from['expected'] === undefined ? {} : { expected: text(from['expected']) }),
				...(from['received'] === undefined ? {} : { received: text(from['received']) }),
				...place
			};
		case 'thrown':
			return { kind: 'thrown', name: text(from['name']), message: text(from['message']), ...place };
		case 'time':
			return { kind: 'time', limit: count(from['limit']) };
		case 'memory':
			return { kind: 'memory' };
		default:
			return { kind: 'crash', message: text(from['message']) };
	}
}

export const readPath = (value: unknown): string[] => list(value, 20, text);
export function readResult(value: unknown): CheckResult {
	const from = fields(value);
	return {
		path: readPath(from['path']),
		status: oneOf(from['status'], ['pass', 'fail', 'error'], 'error'),
		console: readEntries(from['console']),
		duration: count(from['duration']),
		...(from['problem'] === undefined ? {} : { problem: readProblem(from['problem']) })
	};
}
const readResults = (value: unknown): CheckResult[] => list(value, MOST_RESULTS, readResult);
const readLoad = (from: Fields) => (from['load'] === undefined ? {} : { load: readProblem(from['load']) });

function readOutcome(value: unknown): Outcome {
	const from = fields(value);
	switch (from['kind']) {
		case 'value':
			return { kind: 'value', shown: text(from['shown']), data: from['data'] };
		case 'figures':
			return {
				kind: 'figures',
				figures: list(from['figures'], 50, (item) => {
					const figure = fields(item);
					return {
						id: text(figure['id']),
						value: count(figure['value']),
						unit: oneOf(figure['unit'], UNITS, 'count'),
						...(figure['of'] === undefined ? {} : { of: count(figure['of']) })
					};
				})
			};
		default:
			return { kind: 'problem', problem: readProblem(from['problem']) };
	}
}

export function readFromRun(value: unknown): FromRun {
	const from = fields(value);
	switch (from['type']) {
		case 'console':
			return { type: 'console', entries: readEntries(from['entries']), dropped: count(from['dropped']) };
		case 'drawn': {
			const description =
				from['description'] === undefined ? {} : { description: list(from['description'], MOST_LINES, text) };
			return { type: 'drawn', frame: count(from['frame']), ...description };
		}
		case 'error':
			return { type: 'error', problem: readProblem(from['problem']) };
		case 'stopped':
			return { type: 'stopped', reason: oneOf(from['reason'], ['asked', 'error', 'hang', 'replaced'], 'hang') };
		default:
			throw new ProtocolError('Not a message of a run.');
	}
}

export function readFromChecking(value: unknown): FromChecking {
	const from = fields(value);
	switch (from['type']) {
		case 'results':
			return { type: 'results', results: readResults(from['results']) };
		case 'done':
			return { type: 'done', ...readLoad(from) };
		default:
			throw new ProtocolError('Not a message of a check.');
	}
}

export function readFromAsking(value: unknown): FromAsking {
	const from = fields(value);
	if (from['type'] !== 'outcome') throw new ProtocolError('Not an outcome.');
	return { type: 'outcome', outcome: readOutcome(from['outcome']) };
}

export function readFromFrame(value: unknown): FromFrame {
	const from = fields(value);
	return { type: oneOf(from['type'], ['ready', 'pong'], 'pong') };
}

/** The worker runs beside the program in one realm, so the frame trusts it as little as the app trusts the frame. */
export function readFromWorker(value: unknown): FromWorker {
	const from = fields(value);
	switch (from['type']) {
		case 'ready':
		case 'pong':
			return { type: from['type'] };
		case 'picture':
			if (!(from['picture'] instanceof ImageBitmap)) throw new ProtocolError('Not a picture.');
			return { type: 'picture', picture: from['picture'] };
		case 'planned':
			return { type: 'planned', paths: list(from['paths'], MOST_RESULTS, readPath) };
		case 'begun':
			return {
				type: 'begun',
				results: readResults(from['results']),
				path: readPath(from['path']),
				timeLimit: count(from['timeLimit'])
			};
		case 'finished':
			return { type: 'finished', results: readResults(from['results']), ...readLoad(from) };
		case 'outcome':
			return readFromAsking(from);
		default: {
			const event = readFromRun(from);
			if (event.type === 'stopped') throw new ProtocolError('A worker does not say that it stopped.');
			return event;
		}
	}
}

const TO_FRAME = new Set<unknown>(['run', 'check', 'call', 'measure', 'ping']);
/** From the app, whose origin the shell has checked: only the kind is looked at. */
export function readToFrame(value: unknown): ToFrame {
	if (!TO_FRAME.has(fields(value)['type'])) throw new ProtocolError('Not a message to the frame.');
	return value as ToFrame;
}
const TO_RUN = new Set<unknown>(['stop', 'pause', 'resume', 'step', 'update']);
export function readToRun(value: unknown): ToRun {
	if (!TO_RUN.has(fields(value)['type'])) throw new ProtocolError('Not a message to a run.');
	return value as ToRun;
}
/** From the frame, the worker's maker: as above. */
export function readToWorker(value: unknown): ToWorker {
	if (typeof fields(value)['type'] !== 'string') throw new ProtocolError('Not a message to a worker.');
	return value as ToWorker;
}

export const isMessage = <T extends { type: string }>(value: unknown, type: T['type']): boolean =>
	typeof value === 'object' && value !== null && (value as Fields)['type'] === type;
