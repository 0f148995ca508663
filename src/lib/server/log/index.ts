/**
 * One JSON line for each thing that happened. Absent on purpose, and to stay so: addresses of people and of pages, ids, pseudonyms,
 * what a form or a program held, and messages of errors, which may repeat any of these.
 */
import { pino } from 'pino';
import { causeOf } from './cause.ts';

const log = pino({
	level: process.env['LOG_LEVEL'] || 'info',
	base: null,
	timestamp: pino.stdTimeFunctions.isoTime,
	formatters: { level: (level) => ({ level }) },
	messageKey: 'event'
});

export type Event =
	| 'process.started'
	| 'process.stopping'
	| 'process.stopped'
	| 'backup.made'
	| 'retention.done'
	| 'judging.found'
	| 'request';
export type Failure =
	| 'request.failed'
	| 'request.unasked'
	| 'mail.failed'
	| 'background.failed'
	| 'backup.failed'
	| 'judging.failed'
	| 'stop.failed'
	| 'process.held'
	| 'stream.failed';

/** Route ids, counts and names that the program itself made. */
export type Details = Record<string, string | number | boolean | null | undefined>;

export function logEvent(event: Event, details: Details = {}): void {
	log.info(details, event);
}

export function failure(event: Failure, error: unknown, details: Details = {}): void {
	log.error({ ...details, ...(error !== undefined && causeOf(error)) }, event);
}
