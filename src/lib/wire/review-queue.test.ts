import { expect, test } from 'vitest';
import { findNeighbouringSubmission, findNextWaitingSubmission } from './review.ts';

const reviewQueue = [
	{ id: 'a', state: 'judged' },
	{ id: 'b', state: 'accepted' },
	{ id: 'c', state: 'in-review' },
	{ id: 'd', state: 'returned' }
] as const;

test('the neighbour of a submission is the one beside it in the queue, answered or not', () => {
	expect(findNeighbouringSubmission(reviewQueue, 'b', 1)?.id).toBe('c');
	expect(findNeighbouringSubmission(reviewQueue, 'a', -1)).toBeUndefined();
	expect(findNeighbouringSubmission(reviewQueue, 'd', 1)).toBeUndefined();
	expect(findNeighbouringSubmission(reviewQueue, 'an earlier turn', 1)).toBeUndefined();
});

test('the next waiting submission is searched after the current one, then from the beginning', () => {
	expect(findNextWaitingSubmission(reviewQueue, null)?.id).toBe('a');
	expect(findNextWaitingSubmission(reviewQueue, 'a')?.id).toBe('c');
	expect(findNextWaitingSubmission(reviewQueue, 'c')?.id).toBe('a');
	expect(findNextWaitingSubmission(reviewQueue, 'an earlier turn')?.id).toBe('a');
	expect(
		findNextWaitingSubmission([reviewQueue[1], reviewQueue[2]], 'c'),
		'this one is all that waits'
	).toBeUndefined();
});
