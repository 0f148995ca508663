import type { HandInRefusal } from '#lib/wire/hand-in.ts';
import { countCaughtMutants } from '#lib/domain/verdict.ts';
import type { OwnSubmission, StudentVerdict } from '#lib/wire/own-submission.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { formatCaughtMutantCount } from '#lib/ui/caught-count-text.ts';
import { formatMoment } from '#lib/ui/when.ts';
import type { HandIn } from './hand-in.svelte.ts';

export function handInStateText({ state, newest, waitingHandIn }: HandIn): string | undefined {
	switch (state) {
		case 'sending':
			return m.handed_sending();
		case 'taking-back':
			return m.handed_taking_back();
		case 'refused':
			return handInRefusalText(waitingHandIn?.refused ?? 'malformed');
		case 'working':
			return undefined;
		default:
			return newest ? sentSubmissionText(newest) : undefined;
	}
}

export function sentSubmissionText({ shown, handedInAt, verdict }: OwnSubmission): string {
	const time = formatMoment(handedInAt, getLocale());
	switch (shown) {
		case 'working':
		case 'being-judged':
			return m.handed_being_judged({ time });
		case 'waiting':
			if (verdict?.load?.kind === 'too-large') return m.handed_waiting_too_large({ time });
			if (!verdict || verdict.load) return m.handed_waiting({ time });
			return judgedSubmissionText(time, verdict);
		case 'in-review':
			return m.handed_in_review();
		case 'returned':
			return m.handed_returned();
		case 'accepted':
			return m.handed_accepted();
	}
}

function judgedSubmissionText(time: string, { tally, caught }: StudentVerdict): string {
	if (tally.total > 0) return m.handed_waiting_checked({ time, passed: tally.passed, of: tally.total });
	const caughtText = formatCaughtMutantCount(caught.length > 0 ? countCaughtMutants(caught) : null);
	return caughtText === undefined ? m.handed_waiting({ time }) : m.handed_waiting_caught({ time, caught: caughtText });
}

const HAND_IN_REFUSAL_TEXTS: Partial<Record<HandInRefusal, () => string>> = {
	'signed-out': m.submission_refused_signed_out,
	'other-person': m.submission_refused_other_person,
	closed: m.submission_refused_closed,
	unchanged: m.submission_refused_unchanged,
	older: m.submission_refused_older,
	'other-work': m.submission_refused_other_work,
	waiting: m.submission_refused_waiting,
	'in-review': m.submission_refused_in_review,
	'too-large': m.submission_refused_too_large,
	withdrawn: m.submission_refused_withdrawn,
	absent: m.submission_refused_absent,
	'assignment-removed': m.assignment_removed,
	forbidden: m.submission_refused_absent
};

const handInRefusalText = (reason: HandInRefusal): string =>
	(HAND_IN_REFUSAL_TEXTS[reason] ?? m.submission_refused_other)();

export const REVIEW_ADDRESS_FRAGMENT = '#review';
