import type { ReviewRefusal } from '#lib/wire/review.ts';
import type { ShownSubmissionState } from '#lib/domain/submission.ts';
import { m } from '#lib/paraglide/messages.js';

const SUBMISSION_STATE_TEXTS: Record<ShownSubmissionState, () => string> = {
	working: m.review_state_working,
	'being-judged': m.review_state_judged,
	waiting: m.review_state_waiting,
	'in-review': m.review_state_in_review,
	returned: m.review_state_returned,
	accepted: m.review_state_accepted
};
export const submissionStateText = (state: ShownSubmissionState): string => SUBMISSION_STATE_TEXTS[state]();

export function reviewRefusalText(refusal: ReviewRefusal): string {
	switch (refusal) {
		case 'signed-out':
		case 'other-person':
			return m.review_refused_person();
		case 'absent':
			return m.review_refused_absent();
		case 'answered':
			return m.review_refused_answered();
		case 'too-large':
			return m.review_refused_large();
		case 'forbidden':
			return m.review_refused_forbidden();
		case 'other-site':
		case 'not-json':
		case 'malformed':
			return m.review_refused();
	}
}
