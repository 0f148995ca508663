import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reloadWhenServerAnswers } from './reload-when-back.ts';

const RETRY_MS = 3000;
let reloadCount = 0;
/** Ends the requests under way, with whether the server answers. */
let answerRequests: ((isHere: boolean) => void)[] = [];

beforeEach(() => {
	vi.useFakeTimers();
	reloadCount = 0;
	answerRequests = [];
	vi.stubGlobal('location', { pathname: '/fr/challenges', reload: () => (reloadCount += 1) });
	vi.stubGlobal('fetch', () => {
		return new Promise((resolve, reject) => {
			answerRequests.push((isHere) => (isHere ? resolve({ ok: true }) : reject(new Error('away'))));
		});
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

async function answer(isHere: boolean): Promise<void> {
	for (const answerRequest of answerRequests.splice(0)) answerRequest(isHere);
	await vi.advanceTimersByTimeAsync(0);
}

test('the page is loaded again once, although two requests are answered at once', async () => {
	reloadWhenServerAnswers();
	await vi.advanceTimersByTimeAsync(RETRY_MS);
	await answer(false);
	await vi.advanceTimersByTimeAsync(2 * RETRY_MS);
	expect(reloadCount).toBe(0);
	await answer(true);
	expect(reloadCount).toBe(1);
});

test('an answer that comes after the page was left does not reload the page', async () => {
	const stop = reloadWhenServerAnswers();
	await vi.advanceTimersByTimeAsync(RETRY_MS);
	await answer(false);
	await vi.advanceTimersByTimeAsync(RETRY_MS);
	stop();
	await answer(true);
	expect(reloadCount).toBe(0);
});
