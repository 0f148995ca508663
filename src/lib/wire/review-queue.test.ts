import { expect, test } from 'vitest';
import { neighbouringSubmission, nextWaitingSubmission } from './review-queue.ts';

const queue = [
	{ id: 'a', state: 'judged' },
	{ id: 'b', state: 'accepted' },
	{ id: 'c', state: 'in-review' },
	{ id: 'd', state: 'returned' }
] as const;

test('the piece beside another is the one in the queue, answered or not', () => {
	expect(neighbouringSubmission(queue, 'b', 1)?.id).toBe('c');
	expect(neighbouringSubmission(queue, 'a', -1)).toBeUndefined();
	expect(neighbouringSubmission(queue, 'd', 1)).toBeUndefined();
	expect(neighbouringSubmission(queue, 'an earlier turn', 1)).toBeUndefined();
});

test('the next waiting submission comes after this one, and then from the beginning', () => {
	expect(nextWaitingSubmission(queue, null)?.id).toBe('a');
	expect(nextWaitingSubmission(queue, 'a')?.id).toBe('c');
	expect(nextWaitingSubmission(queue, 'c')?.id).toBe('a');
	expect(nextWaitingSubmission(queue, 'an earlier turn')?.id).toBe('a');
	expect(nextWaitingSubmission([queue[1], queue[2]], 'c'), 'this one is all that waits').toBeUndefined();
});
