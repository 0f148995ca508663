/** Tests which submission stands beside another in a review queue, and which waiting one comes next. */
import { expect, test } from 'vitest';
import { findNeighbouringSubmission, findNextWaitingSubmission } from './review-queue.ts';

const queue = [
	{ id: 'a', state: 'judged' },
	{ id: 'b', state: 'accepted' },
	{ id: 'c', state: 'in-review' },
	{ id: 'd', state: 'returned' }
] as const;

test('the neighbour of a submission is the one beside it in the queue, answered or not', () => {
	expect(findNeighbouringSubmission(queue, 'b', 1)?.id).toBe('c');
	expect(findNeighbouringSubmission(queue, 'a', -1)).toBeUndefined();
	expect(findNeighbouringSubmission(queue, 'd', 1)).toBeUndefined();
	expect(findNeighbouringSubmission(queue, 'an earlier turn', 1)).toBeUndefined();
});

test('the next waiting submission is searched after the current one, then from the beginning', () => {
	expect(findNextWaitingSubmission(queue, null)?.id).toBe('a');
	expect(findNextWaitingSubmission(queue, 'a')?.id).toBe('c');
	expect(findNextWaitingSubmission(queue, 'c')?.id).toBe('a');
	expect(findNextWaitingSubmission(queue, 'an earlier turn')?.id).toBe('a');
	expect(findNextWaitingSubmission([queue[1], queue[2]], 'c'), 'this one is all that waits').toBeUndefined();
});
