import { expect, test } from 'vitest';
import { hasNewerSubmissionState, type OwnSubmission } from './own-submission.ts';
import type { BoardRowSubmission } from '#lib/domain/progress.ts';

const OWN_VERDICT: OwnSubmission['verdict'] = {
	id: 'v',
	version: '1.0.0',
	isNewer: false,
	judgedAt: 1,
	tally: { passed: 0, total: 0, beyond: { passed: 0, total: 0 } },
	held: { passed: 0, total: 0 },
	load: null,
	broke: null,
	checks: [],
	caught: []
};
const STORED_SUBMISSION: OwnSubmission = {
	id: 's',
	turn: 1,
	state: 'judged',
	shown: 'waiting',
	handedInAt: 1,
	version: 'w-1',
	decision: null,
	prediction: null,
	returned: null,
	browserReport: null,
	verdict: OWN_VERDICT,
	isRejudged: false,
	feedback: null
};
const ANNOUNCED_SUBMISSION: BoardRowSubmission = { id: 's', state: 'judged', turn: 1, verdict: 'v' };

test('a state that is already known is not news, even while its verdict is missing', () => {
	expect(hasNewerSubmissionState(null, null)).toBe(false);
	expect(hasNewerSubmissionState(ANNOUNCED_SUBMISSION, STORED_SUBMISSION)).toBe(false);
	const waitingSubmission = { ...STORED_SUBMISSION, state: 'handed-in', verdict: null } as const;
	expect(
		hasNewerSubmissionState({ ...ANNOUNCED_SUBMISSION, state: 'handed-in', verdict: null }, waitingSubmission)
	).toBe(false);
});

test('another hand-in, another state, a first verdict and another verdict are news', () => {
	expect(hasNewerSubmissionState(ANNOUNCED_SUBMISSION, null)).toBe(true);
	expect(hasNewerSubmissionState(null, STORED_SUBMISSION)).toBe(true);
	expect(hasNewerSubmissionState({ ...ANNOUNCED_SUBMISSION, id: 't' }, STORED_SUBMISSION)).toBe(true);
	expect(hasNewerSubmissionState({ ...ANNOUNCED_SUBMISSION, state: 'returned' }, STORED_SUBMISSION)).toBe(true);
	// During a review a verdict does not change the state, so a new verdict alone must count as news.
	expect(hasNewerSubmissionState(ANNOUNCED_SUBMISSION, { ...STORED_SUBMISSION, verdict: null })).toBe(true);
	expect(hasNewerSubmissionState({ ...ANNOUNCED_SUBMISSION, verdict: 'other' }, STORED_SUBMISSION)).toBe(true);
});
