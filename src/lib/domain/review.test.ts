import { expect, test } from 'vitest';
import {
	EMPTY_REVIEW,
	hasValidCommentLines,
	reviewMovesFrom,
	isSameReview,
	type LineComment,
	type ReviewText,
	mergeReviews,
	resolveReviewClashes
} from './review.ts';

const createLineComment = (id: string, text: string, at = 1): LineComment => ({ id, file: 'main.ts', line: at, text });
const createReviewText = (more: Partial<ReviewText>): ReviewText => ({ ...EMPTY_REVIEW, ...more });

test('two reviews are the same whatever the order of their criteria and line comments', () => {
	const [a, b] = [createLineComment('a', 'x'), createLineComment('b', 'y')];
	expect(
		isSameReview(
			createReviewText({ rubric: { r: '1', s: '2' }, lines: [a, b] }),
			createReviewText({ rubric: { s: '2', r: '1' }, lines: [b, a] })
		)
	).toBe(true);
	expect(isSameReview(createReviewText({ lines: [a] }), createReviewText({ lines: [{ ...a, line: 2 }] }))).toBe(false);
});

test('a line comment is valid only on an existing line of an existing file', () => {
	const files = { 'main.ts': 'one\ntwo' };
	expect(hasValidCommentLines(createReviewText({ lines: [createLineComment('a', 'x', 2)] }), files)).toBe(true);
	expect(hasValidCommentLines(createReviewText({ lines: [createLineComment('a', 'x', 3)] }), files)).toBe(false);
	expect(
		hasValidCommentLines(createReviewText({ lines: [{ ...createLineComment('a', 'x'), file: 'constructor' }] }), files)
	).toBe(false);
});

test('each state of a submission allows its own review moves, and only the newest submission is reopened', () => {
	expect(reviewMovesFrom('judged', true)).toEqual(['return', 'accept']);
	expect(reviewMovesFrom('in-review', true)).toEqual(['let-go', 'return', 'accept']);
	expect(reviewMovesFrom('accepted', true)).toEqual(['reopen']);
	expect(reviewMovesFrom('returned', false)).toEqual([]);
});

test('changes that only one of two browsers made are merged', () => {
	const base = createReviewText({
		comment: 'old',
		rubric: { reads: 'alone', edges: 'alone' },
		lines: [createLineComment('a', 'x'), createLineComment('b', 'y')]
	});
	const mine = createReviewText({
		comment: 'mine',
		rubric: { reads: 'help', edges: 'alone' },
		lines: [createLineComment('a', 'x'), createLineComment('c', 'new')]
	});
	const theirs = createReviewText({
		comment: 'old',
		rubric: { reads: 'alone' },
		lines: [createLineComment('a', 'changed'), createLineComment('b', 'y')]
	});
	expect(mergeReviews(base, mine, theirs)).toEqual({
		text: {
			comment: 'mine',
			rubric: { reads: 'help' },
			lines: [createLineComment('a', 'changed'), createLineComment('c', 'new')]
		},
		clashes: []
	});
});

test('a text that both browsers changed clashes, and can be resolved as mine, theirs or both', () => {
	const base = createReviewText({ lines: [createLineComment('a', 'x'), createLineComment('b', 'y')] });
	const mine = createReviewText({
		comment: 'mine',
		rubric: { reads: 'help' },
		lines: [createLineComment('a', 'mine')]
	});
	const theirs = createReviewText({
		comment: 'theirs',
		rubric: { reads: 'alone' },
		lines: [createLineComment('a', 'theirs'), createLineComment('b', 'theirs')]
	});
	const mergeResult = mergeReviews(base, mine, theirs);
	expect(mergeResult.text).toEqual(mine);
	expect(mergeResult.clashes.map(({ kind }) => kind)).toEqual(['comment', 'criterion', 'line', 'line']);
	expect(resolveReviewClashes(mergeResult.text, mergeResult.clashes, 'mine')).toEqual(mine);
	expect(resolveReviewClashes(mergeResult.text, mergeResult.clashes, 'theirs')).toEqual(theirs);
	expect(resolveReviewClashes(mergeResult.text, mergeResult.clashes, 'both')).toEqual({
		comment: 'theirs\n\nmine',
		rubric: { reads: 'alone' },
		lines: [createLineComment('a', 'theirs\nmine'), createLineComment('b', 'theirs')]
	});
});

test('the same change made in both browsers is not a clash', () => {
	const [base, both] = [createReviewText({}), createReviewText({ comment: 'same', rubric: { reads: 'alone' } })];
	expect(mergeReviews(base, both, both)).toEqual({ text: both, clashes: [] });
});
