import { expect, test } from 'vitest';
import { isNewSubmissionState, type OwnSubmission } from './own-submission.ts';
import type { RowSubmission } from '#lib/domain/progress.ts';

const VERDICT: OwnSubmission['verdict'] = {
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
const READ: OwnSubmission = {
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
	verdict: VERDICT,
	feedback: null
};
const HEARD: RowSubmission = { id: 's', state: 'judged', turn: 1, verdict: 'v' };

test('a state read already is no news, and a missing verdict is not asked for again and again', () => {
	expect(isNewSubmissionState(null, null)).toBe(false);
	expect(isNewSubmissionState(HEARD, READ)).toBe(false);
	const waitingSubmission = { ...READ, state: 'handed-in', verdict: null } as const;
	expect(isNewSubmissionState({ ...HEARD, state: 'handed-in', verdict: null }, waitingSubmission)).toBe(false);
});

test('another hand-in, another state, a first verdict and another that counts are news', () => {
	expect(isNewSubmissionState(HEARD, null)).toBe(true);
	expect(isNewSubmissionState(null, READ)).toBe(true);
	expect(isNewSubmissionState({ ...HEARD, id: 't' }, READ)).toBe(true);
	expect(isNewSubmissionState({ ...HEARD, state: 'returned' }, READ)).toBe(true);
	// During a review a verdict changes no state, so the verdict itself is the news.
	expect(isNewSubmissionState(HEARD, { ...READ, verdict: null })).toBe(true);
	expect(isNewSubmissionState({ ...HEARD, verdict: 'other' }, READ)).toBe(true);
});
