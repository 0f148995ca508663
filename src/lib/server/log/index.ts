/** Writes one line of JSON for each event. */
import { pino } from 'pino';

/** Reduces an error to what may be logged: kind, code, place, and messages only of the language's own errors. */

export interface LoggedCause {
	error: string;
	/** Error code of PostgreSQL or of the operating system. */
	code?: string;
	/** The SQL statement, with `$1` in place of values. */
	statement?: string;
	message?: string;
	frames: string[];
}

const MOST_STACK_FRAMES = 8;
/** Errors of the JavaScript language, whose messages name only parts of the program. */
const ERRORS_WITH_LOGGED_MESSAGE = new Set(['TypeError', 'ReferenceError', 'RangeError']);

export function loggedCauseOf(error: unknown): LoggedCause {
	if (!(error instanceof Error)) return { error: typeof error, frames: [] };
	const innerError = error.cause instanceof Error ? error.cause : undefined;
	const code = textPropertyOf(error, 'code') ?? (innerError && textPropertyOf(innerError, 'code'));
	const statement = textPropertyOf(error, 'query');
	return {
		error: error.name,
		...(code !== undefined && { code }),
		...(statement !== undefined && { statement }),
		...(ERRORS_WITH_LOGGED_MESSAGE.has(error.name) && { message: error.message }),
		frames: stackFramesOf(innerError ?? error)
	};
}

/** Returns the stack's frames, skipping the message before them, which may look like a frame. */
function stackFramesOf({ message, stack = '' }: Error): string[] {
	const workingFolder = process.cwd();
	const messageIndex = stack.indexOf(message);
	const frameLines = messageIndex < 0 ? stack : stack.slice(messageIndex + message.length);
	return frameLines
		.split('\n')
		.filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
		.slice(0, MOST_STACK_FRAMES)
		.map((line) => line.trim().replaceAll(`file://${workingFolder}/`, '').replaceAll(`${workingFolder}/`, ''));
}

function textPropertyOf(value: object, name: string): string | undefined {
	const propertyValue = Object.entries(value).find(([key]) => key === name)?.[1];
	return typeof propertyValue === 'string' ? propertyValue : undefined;
}

const pinoLogger = pino({
	level: process.env['LOG_LEVEL'] || 'info',
	base: null,
	timestamp: pino.stdTimeFunctions.isoTime,
	formatters: { level: (level) => ({ level }) },
	messageKey: 'event'
});

export type LogEvent =
	| 'process.started'
	| 'process.stopping'
	| 'process.stopped'
	| 'backup.made'
	| 'retention.done'
	| 'judging.found'
	| 'judging.ready'
	| 'quota.filling'
	| 'request';
export type FailureEvent =
	| 'request.failed'
	| 'request.unasked'
	| 'mail.failed'
	| 'background.failed'
	| 'backup.failed'
	| 'judging.failed'
	| 'stop.failed'
	| 'process.held'
	| 'stream.failed';

/**
 * Details of an event: route ids, counts and names that the program itself made. Must never be logged: addresses of people and
 * of pages, ids, pseudonyms, the contents of forms and programs, and messages of errors, which may repeat any of these.
 */
export type LogDetails = Record<string, string | number | boolean | null | undefined>;

export function logEvent(event: LogEvent, details: LogDetails = {}): void {
	pinoLogger.info(details, event);
}

export function logFailure(event: FailureEvent, error: unknown, details: LogDetails = {}): void {
	pinoLogger.error({ ...details, ...(error !== undefined && loggedCauseOf(error)) }, event);
}
