import { afterEach, expect, test, vi } from 'vitest';
import { EMPTY_REVIEW } from '#lib/domain/review.ts';
import { sendReview } from './send-review.ts';

afterEach(() => vi.unstubAllGlobals());

/** Sends a review with the comment, and returns the option `keepalive` that was given to `fetch`. */
async function sendAndReadKeepalive(comment: string): Promise<boolean | undefined> {
	const fetching = vi.fn<typeof fetch>(async () => Response.json({}));
	vi.stubGlobal('fetch', fetching);
	await sendReview('/review', 'teacher', { revision: 1, text: { ...EMPTY_REVIEW, comment }, move: null });
	return fetching.mock.calls[0]?.[1]?.keepalive;
}

test('a review is sent with keepalive only if its bytes, not letters, are few enough', async () => {
	expect(await sendAndReadKeepalive('a'.repeat(40_000))).toBe(true);
	expect(await sendAndReadKeepalive('é'.repeat(40_000))).toBe(false);
});
