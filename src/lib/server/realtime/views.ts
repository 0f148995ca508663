/** What each kind of watcher is told of an assignment, and nothing beside it: as a whole at first, then what changed. */
import { forClass, type LedDebate } from '../../domain/debate.ts';
import { riverOf } from '../../domain/river.ts';
import { withPairs, type ProgressRow } from '../../domain/standing.ts';
import type { Rows } from './board-cache.ts';

/** What is known of an assignment that somebody watches. */
export interface State {
	rows: Rows;
	/** Undefined: there is nothing to decide. */
	debate: LedDebate | undefined;
	/** Ids, in order; none for a project. */
	steps: string[];
}

export interface Change {
	/** What was read; `all` when everything was. */
	rows: readonly ProgressRow[] | 'all';
	debate: boolean;
}
export const EVERYTHING: Change = { rows: 'all', debate: true };

/** `board` and `debate` are a teacher's; `projector` and `class` are what a whole class looks at; `own` is a student's. */
export const VIEWS = ['board', 'debate', 'projector', 'class', 'own'] as const;
export type View = (typeof VIEWS)[number];

/** An event's name and its data. */
export type ViewEvent = readonly [event: string, data: unknown];

/** The same for everyone who has this view. */
export function viewEvents(view: View, { rows, debate, steps }: State, change: Change, now: number): ViewEvent[] {
	const moved = change.rows === 'all' || change.rows.length > 0;
	switch (view) {
		case 'board':
			return moved ? [boardOf(rows, change, now)] : [];
		case 'debate':
			return change.debate ? [['debate', debate ?? null]] : [];
		case 'projector':
			return moved ? [['river', riverOf(withPairs(rows.all), steps)]] : [];
		case 'class':
		case 'own':
			return change.debate ? [['debate', debate ? forClass(debate) : null]] : [];
	}
}

/** For one student alone. */
export function ownRowEvents({ rows }: State, member: string, now: number): ViewEvent[] {
	const row = rows.of(member);
	return row ? [['row', { now, row }]] : [];
}

function boardOf(rows: Rows, change: Change, now: number): ViewEvent {
	return ['rows', { now, whole: change.rows === 'all', rows: change.rows === 'all' ? rows.all : change.rows }];
}
