import { expect, test } from 'vitest';
import { neighbouringPiece, nextWaiting } from './review-queue.ts';

const queue = [
	{ id: 'a', state: 'judged' },
	{ id: 'b', state: 'accepted' },
	{ id: 'c', state: 'in-review' },
	{ id: 'd', state: 'returned' }
] as const;

test('the piece beside another is the one in the queue, answered or not', () => {
	expect(neighbouringPiece(queue, 'b', 1)?.id).toBe('c');
	expect(neighbouringPiece(queue, 'a', -1)).toBeUndefined();
	expect(neighbouringPiece(queue, 'd', 1)).toBeUndefined();
	expect(neighbouringPiece(queue, 'an earlier turn', 1)).toBeUndefined();
});

test('the next waiting submission comes after this one, and then from the beginning', () => {
	expect(nextWaiting(queue, null)?.id).toBe('a');
	expect(nextWaiting(queue, 'a')?.id).toBe('c');
	expect(nextWaiting(queue, 'c')?.id).toBe('a');
	expect(nextWaiting(queue, 'an earlier turn')?.id).toBe('a');
	expect(nextWaiting([queue[1], queue[2]], 'c'), 'this one is all that waits').toBeUndefined();
});
