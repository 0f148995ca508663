import type { BoardRowCondition, NextTask } from '#lib/domain/progress.ts';
import { m } from '#lib/paraglide/messages.js';

const MILLISECONDS_PER_MINUTE = 60_000;

function durationText(milliseconds: number): string {
	const minutes = Math.floor(milliseconds / MILLISECONDS_PER_MINUTE);
	if (minutes < 1) return m.board_now();
	if (minutes < 60) return m.board_minutes({ minutes });
	const hours = Math.floor(minutes / 60);
	if (hours >= 24) return m.board_days({ days: Math.floor(hours / 24) });
	return m.board_hours({ hours, minutes: String(minutes % 60).padStart(2, '0') });
}

const HANDED_IN_STATE_TEXTS = {
	'handed-in': m.board_handed_in,
	judged: m.board_judged,
	'in-review': m.board_in_review,
	accepted: m.board_accepted
} as const;

export function rowConditionText(condition: BoardRowCondition, now: number): string {
	switch (condition.kind) {
		case 'help': {
			if (!condition.seen && now - condition.since < MILLISECONDS_PER_MINUTE) return m.board_help_new();
			const time = durationText(now - condition.since);
			return condition.seen ? m.board_help_seen({ time }) : m.board_help_since({ time });
		}
		case 'stuck':
			return m.board_stuck_since({ time: durationText(now - condition.since) });
		case 'quiet':
			return m.board_quiet_since({ time: durationText(now - condition.since) });
		case 'working':
			return m.board_working();
		case 'not-begun':
			return m.board_not_begun();
		case 'handed-in':
			return HANDED_IN_STATE_TEXTS[condition.state]();
	}
}

const MISSING_WORK_PART_TEXTS = {
	read: m.board_missing_read,
	answer: m.board_missing_answer,
	example: m.board_missing_example,
	run: m.board_missing_run,
	decide: m.board_missing_decide,
	'hand-in': m.board_missing_hand_in,
	return: m.board_missing_return,
	next: m.board_missing_next
} as const;

/** Says which part of the work is missing; undefined when none is missing or the row's condition already says so. */
export function missingWorkPartText(missing: NextTask): string | undefined {
	if (missing.kind === 'nothing' || missing.kind === 'begin') return undefined;
	if (missing.kind === 'checks') return m.board_missing_checks(missing);
	return MISSING_WORK_PART_TEXTS[missing.kind]();
}

export const ROW_CONDITION_NAMES = {
	help: m.board_kind_help,
	stuck: m.board_kind_stuck,
	working: m.board_working,
	quiet: m.board_kind_quiet,
	'not-begun': m.board_not_begun,
	'handed-in': m.board_kind_handed_in
} as const satisfies Record<BoardRowCondition['kind'], () => string>;
