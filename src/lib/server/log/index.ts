/** Writes one line of JSON for each event. */
import { pino } from 'pino';
import { loggedCauseOf } from './cause.ts';

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
