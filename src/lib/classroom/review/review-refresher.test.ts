/** Tests that an open review is refreshed, and never replaced by another submission's data. */
import { afterEach, expect, test, vi } from 'vitest';
import { ReviewRefresher, type ReviewWithQueue } from './review-refresher.svelte.ts';

const reviewOf = (id: string, state: string) => ({ piece: { id, state }, queue: [] }) as unknown as ReviewWithQueue;

let writeCount = 0;
const beginRefresher = () =>
	new ReviewRefresher(
		reviewOf('a', 'handed-in'),
		(id) => id,
		() => writeCount
	);

afterEach(() => void vi.unstubAllGlobals());

/** Answers every request with a body that arrives only when the returned `finish` is called. */
function stubSlowAnswer(body: ReviewWithQueue): { finish: () => void } {
	let finish = (): void => undefined;
	const text = new Promise<ReviewWithQueue>((resolve) => (finish = () => resolve(body)));
	vi.stubGlobal('fetch', () => Promise.resolve({ ok: true, json: () => text }));
	return { finish };
}

test('a new state of the open submission is shown', async () => {
	const refresher = beginRefresher();
	const { finish } = stubSlowAnswer(reviewOf('a', 'judged'));
	const refreshing = refresher.refreshReview();
	finish();
	await refreshing;
	expect(refresher.shownReview).toEqual(reviewOf('a', 'judged'));
});

test('a late answer does not replace the submission that the teacher opened meanwhile', async () => {
	const refresher = beginRefresher();
	const { finish } = stubSlowAnswer(reviewOf('a', 'accepted'));
	const refreshing = refresher.refreshReview();
	await Promise.resolve();
	refresher.shownReview = reviewOf('b', 'handed-in');
	finish();
	await refreshing;
	expect(refresher.shownReview).toEqual(reviewOf('b', 'handed-in'));
});

test('a review read while a write was under way is requested again', async () => {
	const refresher = beginRefresher();
	const { finish: finishOld } = stubSlowAnswer(reviewOf('a', 'in-review'));
	const refreshing = refresher.refreshReview();
	await Promise.resolve();
	writeCount += 1;
	const { finish: finishNew } = stubSlowAnswer(reviewOf('a', 'accepted'));
	finishNew();
	finishOld();
	await refreshing;
	expect(refresher.shownReview).toEqual(reviewOf('a', 'accepted'));
});

const MEMBER = { id: 'member', pseudonym: 'Loup', key: 'loup' };
const queuedPiece = (id: string, state: string) => ({ id, state, members: [MEMBER] });
const boardRowsEvent = { now: 0, whole: false, rows: [{ members: [MEMBER], standing: null, submission: null }] };

test('a submission taken back causes a refresh only while the queue still contains it', async () => {
	const refresher = beginRefresher();
	const refreshedReview = reviewOf('a', 'judged');
	const fetchMock = vi.fn(() => Promise.resolve({ ok: true, json: () => Promise.resolve(refreshedReview) }));
	vi.stubGlobal('fetch', fetchMock);
	const queue = [queuedPiece('b', 'judged')];
	refresher.shownReview = { ...refreshedReview, queue } as unknown as ReviewWithQueue;
	refresher.applyEvent(boardRowsEvent);
	await vi.waitFor(() => expect(refresher.shownReview.queue).toEqual([]), { timeout: 1000 });
	refresher.applyEvent(boardRowsEvent);
	expect(fetchMock).toHaveBeenCalledOnce();
});

test('an open submission that is gone leaves the queue and is marked gone until another opens', async () => {
	const refresher = beginRefresher();
	const queue = [queuedPiece('a', 'judged'), queuedPiece('b', 'judged')];
	refresher.shownReview = { ...reviewOf('a', 'judged'), queue } as unknown as ReviewWithQueue;
	stubMissingSubmission([queuedPiece('b', 'judged')]);
	await refresher.refreshReview();
	expect(refresher.shownReview.queue.map(({ id }) => id)).toEqual(['b']);
	expect(refresher.isSubmissionGone).toBe(true);
	refresher.shownReview = reviewOf('b', 'judged');
	expect(refresher.isSubmissionGone).toBe(false);
});

test('the queue stays up to date while the open submission is gone', async () => {
	const refresher = beginRefresher();
	stubMissingSubmission([]);
	await refresher.refreshReview();
	stubMissingSubmission([queuedPiece('c', 'judged')]);
	refresher.applyEvent({
		...boardRowsEvent,
		rows: [{ members: [MEMBER], standing: null, submission: { id: 'c', state: 'judged', turn: 1, verdict: null } }]
	});
	await vi.waitFor(() => expect(refresher.shownReview.queue.map(({ id }) => id)).toEqual(['c']), { timeout: 1000 });
	expect(refresher.isSubmissionGone).toBe(true);
});

function stubMissingSubmission(queue: object[]): void {
	vi.stubGlobal('fetch', () => Promise.resolve({ ok: false, status: 404, json: () => Promise.resolve({ queue }) }));
}
