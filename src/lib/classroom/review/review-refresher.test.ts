import { afterEach, expect, test, vi } from 'vitest';
import { ReviewRefresher, type ReviewWithQueue } from './review-refresher.svelte.ts';

const createReviewWithQueue = (id: string, state: string) =>
	({ piece: { id, state }, queue: [] }) as unknown as ReviewWithQueue;

let answeredWriteCount = 0;
const beginRefresher = () =>
	new ReviewRefresher(
		createReviewWithQueue('a', 'handed-in'),
		(id) => id,
		() => answeredWriteCount
	);

afterEach(() => void vi.unstubAllGlobals());

/** Answers every request with a body that arrives only when the returned `finishAnswer` is called. */
function stubSlowAnswer(body: ReviewWithQueue): { finishAnswer: () => void } {
	let finishAnswer = (): void => undefined;
	const text = new Promise<ReviewWithQueue>((resolve) => (finishAnswer = () => resolve(body)));
	vi.stubGlobal('fetch', () => Promise.resolve({ ok: true, json: () => text }));
	return { finishAnswer };
}

test('a new state of the open submission is shown', async () => {
	const refresher = beginRefresher();
	const { finishAnswer } = stubSlowAnswer(createReviewWithQueue('a', 'judged'));
	const refreshing = refresher.refreshReview();
	finishAnswer();
	await refreshing;
	expect(refresher.shownReview).toEqual(createReviewWithQueue('a', 'judged'));
});

test('a late answer does not replace the submission that the teacher opened meanwhile', async () => {
	const refresher = beginRefresher();
	const { finishAnswer } = stubSlowAnswer(createReviewWithQueue('a', 'accepted'));
	const refreshing = refresher.refreshReview();
	await Promise.resolve();
	refresher.shownReview = createReviewWithQueue('b', 'handed-in');
	finishAnswer();
	await refreshing;
	expect(refresher.shownReview).toEqual(createReviewWithQueue('b', 'handed-in'));
});

test('a review read while a write was under way is requested again', async () => {
	const refresher = beginRefresher();
	const { finishAnswer: finishOld } = stubSlowAnswer(createReviewWithQueue('a', 'in-review'));
	const refreshing = refresher.refreshReview();
	await Promise.resolve();
	answeredWriteCount += 1;
	const { finishAnswer: finishNew } = stubSlowAnswer(createReviewWithQueue('a', 'accepted'));
	finishNew();
	finishOld();
	await refreshing;
	expect(refresher.shownReview).toEqual(createReviewWithQueue('a', 'accepted'));
});

const MEMBER = { id: 'member', pseudonym: 'Loup', key: 'loup' };
const createQueuedSubmission = (id: string, state: string) => ({ id, state, members: [MEMBER] });
const boardRowsEvent = { now: 0, whole: false, rows: [{ members: [MEMBER], standing: null, submission: null }] };

test('a submission taken back causes a refresh only while the queue still contains it', async () => {
	const refresher = beginRefresher();
	const refreshedReview = createReviewWithQueue('a', 'judged');
	const fetchMock = vi.fn(() => Promise.resolve({ ok: true, json: () => Promise.resolve(refreshedReview) }));
	vi.stubGlobal('fetch', fetchMock);
	const queue = [createQueuedSubmission('b', 'judged')];
	refresher.shownReview = { ...refreshedReview, queue } as unknown as ReviewWithQueue;
	refresher.applyEvent(boardRowsEvent);
	await vi.waitFor(() => expect(refresher.shownReview.queue).toEqual([]), { timeout: 1000 });
	refresher.applyEvent(boardRowsEvent);
	expect(fetchMock).toHaveBeenCalledOnce();
});

test('an open submission that is gone leaves the queue and is marked gone until another opens', async () => {
	const refresher = beginRefresher();
	const queue = [createQueuedSubmission('a', 'judged'), createQueuedSubmission('b', 'judged')];
	refresher.shownReview = { ...createReviewWithQueue('a', 'judged'), queue } as unknown as ReviewWithQueue;
	stubMissingSubmission([createQueuedSubmission('b', 'judged')]);
	await refresher.refreshReview();
	expect(refresher.shownReview.queue.map(({ id }) => id)).toEqual(['b']);
	expect(refresher.isSubmissionGone).toBe(true);
	refresher.shownReview = createReviewWithQueue('b', 'judged');
	expect(refresher.isSubmissionGone).toBe(false);
});

test('the queue stays up to date while the open submission is gone', async () => {
	const refresher = beginRefresher();
	stubMissingSubmission([]);
	await refresher.refreshReview();
	stubMissingSubmission([createQueuedSubmission('c', 'judged')]);
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
