import { toDebateForClass, type TeacherDebate } from '#lib/domain/debate.ts';
import { countClassProgress, mergePairRows, type ProgressRow } from '#lib/domain/progress.ts';
import { toSentBoardRow, type SentAssignmentDates } from '#lib/wire/watch-events.ts';
import type { BoardRowsCache } from './board-cache.ts';
import type { EventStream } from './event-stream.ts';

export interface AssignmentWatcher {
	view: WatcherView;
	account: string;
	/** Token of the session: the stream ends when the session does. */
	session: string;
	classId: string;
	assignmentId: string;
	/** The student's membership of this class; undefined for a teacher. */
	memberId: string | undefined;
	stream: EventStream;
}

export interface WatchedAssignment {
	rows: BoardRowsCache;
	/** The debate; undefined when the assignment has no decision. */
	debate: TeacherDebate | undefined;
	/** When the assignment opens, is due and was closed; undefined before they were read, and once the assignment is removed. */
	dates: SentAssignmentDates | undefined;
	/** Hash of the assigned challenge version; null for a project, undefined when not yet read or the assignment is removed. */
	challengeHash: string | null | undefined;
	/** Step ids in order; empty for a project. */
	steps: string[];
}

export interface WatchedStateChange {
	rows: readonly ProgressRow[] | 'all';
	hasDebateChanged: boolean;
}
export const CHANGE_OF_EVERYTHING: WatchedStateChange = { rows: 'all', hasDebateChanged: true };

/** What a watcher sees: `board` and `debate` are for teachers, `projector` and `class` for the whole class, `own` for one student. */
export type WatcherView = 'board' | 'debate' | 'projector' | 'class' | 'own';

export type ViewEvent = readonly [event: string, data: unknown];

/** Returns the events that every watcher with this view receives. They must not contain a single student's own row. */
export function eventsOfView(
	view: WatcherView,
	{ rows, debate, dates, challengeHash, steps }: WatchedAssignment,
	change: WatchedStateChange,
	now: number
): ViewEvent[] {
	const hasChangedRows = change.rows === 'all' || change.rows.length > 0;
	switch (view) {
		case 'board':
			return hasChangedRows ? [createBoardEvent(rows, change, now)] : [];
		case 'debate':
			return change.hasDebateChanged ? [['debate', debate ?? null]] : [];
		case 'projector':
			return hasChangedRows ? [['river', countClassProgress(mergePairRows(rows.all), steps)]] : [];
		case 'class':
			return createDebateEvents(debate, change);
		case 'own': {
			const hasEverythingChanged = change.rows === 'all' && change.hasDebateChanged;
			const dateEvents: ViewEvent[] = hasEverythingChanged && dates ? [['dates', dates]] : [];
			const versionEvents: ViewEvent[] =
				hasEverythingChanged && challengeHash ? [['version', { hash: challengeHash }]] : [];
			return [...dateEvents, ...versionEvents, ...createDebateEvents(debate, change)];
		}
	}
}

const createDebateEvents = (debate: TeacherDebate | undefined, change: WatchedStateChange): ViewEvent[] =>
	change.hasDebateChanged ? [['debate', debate ? toDebateForClass(debate) : null]] : [];

export function createOwnRowEvents({ rows }: WatchedAssignment, memberId: string, now: number): ViewEvent[] {
	const row = rows.rowOf(memberId);
	return row ? [['row', { now, row: toSentBoardRow(row) }]] : [];
}

function createBoardEvent(rows: BoardRowsCache, change: WatchedStateChange, now: number): ViewEvent {
	const isWhole = change.rows === 'all';
	return ['rows', { now, whole: isWhole, rows: (change.rows === 'all' ? rows.all : change.rows).map(toSentBoardRow) }];
}
