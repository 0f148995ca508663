/** Tests that waiting for pages ends when they are answered, or at the time limit. */
import { expect, test } from 'vitest';
import { isPageRequest, PagesInProgress } from './pages-in-progress.ts';

test('the wait lasts until every page in progress is answered or has failed', async () => {
	const pages = new PagesInProgress();
	const events: string[] = [];
	let answerFirstPage = (): void => undefined;
	let failSecondPage = (_error: Error): void => undefined;
	const first = pages.countWhileAnswering(() => new Promise<void>((resolve) => (answerFirstPage = resolve)));
	const second = pages.countWhileAnswering(() => new Promise<void>((_, reject) => (failSecondPage = reject)));
	const work = pages.waitUntilDone(600_000).then(() => events.push('work'));
	answerFirstPage();
	await first;
	events.push('first');
	failSecondPage(new Error('no'));
	await expect(second).rejects.toThrow('no');
	await work;
	expect(events).toEqual(['first', 'work']);
	await pages.waitUntilDone(600_000);
});

test('the wait ends at the time limit when a page takes too long', async () => {
	const pages = new PagesInProgress();
	void pages.countWhileAnswering(() => new Promise(() => undefined));
	await pages.waitUntilDone(1);
	await pages.waitUntilDone(1);
});

test('requests for pages are counted, and those of forms, files and health checks are not', () => {
	const isRequestForPage = (options: RequestInit, isDataRequest = false) =>
		isPageRequest({ request: new Request('http://braise.invalid/', options), isDataRequest });
	expect(isRequestForPage({ headers: { accept: 'text/html,*/*' } })).toBe(true);
	expect(isRequestForPage({}, true)).toBe(true);
	expect(isRequestForPage({ method: 'POST', headers: { accept: 'text/html' } })).toBe(false);
	expect(isRequestForPage({ headers: { accept: '*/*' } })).toBe(false);
	expect(isRequestForPage({})).toBe(false);
});
