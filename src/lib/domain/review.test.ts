import { expect, test } from 'vitest';
import {
	EMPTY_REVIEW,
	hasValidCommentLines,
	reviewMovesFrom,
	isSameReview,
	type LineComment,
	type ReviewText
} from './review.ts';
import { mergeReviews, resolveReviewClashes } from './review-merge.ts';

const line = (id: string, text: string, at = 1): LineComment => ({ id, file: 'main.ts', line: at, text });
const text = (more: Partial<ReviewText>): ReviewText => ({ ...EMPTY_REVIEW, ...more });

test('two in another order say the same', () => {
	const [a, b] = [line('a', 'x'), line('b', 'y')];
	expect(
		isSameReview(
			text({ rubric: { r: '1', s: '2' }, lines: [a, b] }),
			text({ rubric: { s: '2', r: '1' }, lines: [b, a] })
		)
	).toBe(true);
	expect(isSameReview(text({ lines: [a] }), text({ lines: [{ ...a, line: 2 }] }))).toBe(false);
});

test('a comment stands on a line that is there', () => {
	const files = { 'main.ts': 'one\ntwo' };
	expect(hasValidCommentLines(text({ lines: [line('a', 'x', 2)] }), files)).toBe(true);
	expect(hasValidCommentLines(text({ lines: [line('a', 'x', 3)] }), files)).toBe(false);
	expect(hasValidCommentLines(text({ lines: [{ ...line('a', 'x'), file: 'constructor' }] }), files)).toBe(false);
});

test('each state has its moves, and only the newest is opened again', () => {
	expect(reviewMovesFrom('judged', true)).toEqual(['return', 'accept']);
	expect(reviewMovesFrom('in-review', true)).toEqual(['let-go', 'return', 'accept']);
	expect(reviewMovesFrom('accepted', true)).toEqual(['reopen']);
	expect(reviewMovesFrom('returned', false)).toEqual([]);
});

test('changes of one side only are merged', () => {
	const base = text({
		comment: 'old',
		rubric: { reads: 'alone', edges: 'alone' },
		lines: [line('a', 'x'), line('b', 'y')]
	});
	const mine = text({
		comment: 'mine',
		rubric: { reads: 'help', edges: 'alone' },
		lines: [line('a', 'x'), line('c', 'new')]
	});
	const theirs = text({ comment: 'old', rubric: { reads: 'alone' }, lines: [line('a', 'changed'), line('b', 'y')] });
	expect(mergeReviews(base, mine, theirs)).toEqual({
		text: { comment: 'mine', rubric: { reads: 'help' }, lines: [line('a', 'changed'), line('c', 'new')] },
		clashes: []
	});
});

test('changes of both sides are a question, and neither text is lost before the answer', () => {
	const base = text({ lines: [line('a', 'x'), line('b', 'y')] });
	const mine = text({ comment: 'mine', rubric: { reads: 'help' }, lines: [line('a', 'mine')] });
	const theirs = text({
		comment: 'theirs',
		rubric: { reads: 'alone' },
		lines: [line('a', 'theirs'), line('b', 'theirs')]
	});
	const mergeResult = mergeReviews(base, mine, theirs);
	expect(mergeResult.text).toEqual(mine);
	expect(mergeResult.clashes.map(({ kind }) => kind)).toEqual(['comment', 'criterion', 'line', 'line']);
	expect(resolveReviewClashes(mergeResult.text, mergeResult.clashes, 'mine')).toEqual(mine);
	expect(resolveReviewClashes(mergeResult.text, mergeResult.clashes, 'theirs')).toEqual(theirs);
	expect(resolveReviewClashes(mergeResult.text, mergeResult.clashes, 'both')).toEqual({
		comment: 'theirs\n\nmine',
		rubric: { reads: 'alone' },
		lines: [line('a', 'theirs\nmine'), line('b', 'theirs')]
	});
});

test('whoever wrote the same did not clash', () => {
	const [base, both] = [text({}), text({ comment: 'same', rubric: { reads: 'alone' } })];
	expect(mergeReviews(base, both, both)).toEqual({ text: both, clashes: [] });
});
