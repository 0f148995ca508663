import { expect, test } from 'vitest';
import { EMPTY_REVIEW, type LineComment, type ReviewText } from '#lib/domain/review.ts';
import { parseSentReview } from './review.ts';

const createLineComment = (id: string, text: string, at = 1): LineComment => ({ id, file: 'main.ts', line: at, text });
const createReviewText = (more: Partial<ReviewText>): ReviewText => ({ ...EMPTY_REVIEW, ...more });

test('a malformed review is refused', () => {
	const sentReview = {
		format: 1,
		account: 'a',
		revision: 0,
		text: createReviewText({ lines: [createLineComment('l', 'x')] }),
		move: 'return'
	};
	expect(parseSentReview(sentReview)).toEqual(sentReview);
	const createReviewWithText = (more: object) => ({ ...sentReview, text: { ...sentReview.text, ...more } });
	const wrongReviews: unknown[] = [
		{ ...sentReview, format: 2 },
		{ ...sentReview, revision: -1 },
		{ ...sentReview, move: 'judge' },
		{ ...sentReview, more: 1 },
		createReviewWithText({ comment: 'x'.repeat(10_001) }),
		createReviewWithText({ comment: 'zero \0' }),
		createReviewWithText({ comment: '\ud800' }),
		createReviewWithText({ rubric: { 'not an id': 'x' } }),
		createReviewWithText({ rubric: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`c${at}`, 'x'])) }),
		createReviewWithText({ lines: [createLineComment('l', '')] }),
		createReviewWithText({ lines: [createLineComment('l', 'x', 0)] }),
		createReviewWithText({ lines: [createLineComment('l', 'x', 1.5)] }),
		createReviewWithText({ lines: [createLineComment('l', 'x'), createLineComment('l', 'y')] }),
		createReviewWithText({ lines: Array.from({ length: 201 }, (_, at) => createLineComment(`l${at}`, 'x')) })
	];
	for (const one of wrongReviews) expect(parseSentReview(one), JSON.stringify(one)?.slice(0, 80)).toBeUndefined();
});
