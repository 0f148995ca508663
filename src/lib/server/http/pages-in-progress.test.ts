/** Tests that waiting for pages ends when they are answered, or at the time limit. */
import { expect, test } from 'vitest';
import { isPageRequest, PagesInProgress } from './pages-in-progress.ts';

test('the wait lasts until every page in progress is answered or has failed', async () => {
	const pages = new PagesInProgress();
	const events: string[] = [];
	let answerFirst = (): void => undefined;
	let failSecond = (_error: Error): void => undefined;
	const first = pages.answer(() => new Promise<void>((resolve) => (answerFirst = resolve)));
	const second = pages.answer(() => new Promise<void>((_, reject) => (failSecond = reject)));
	const work = pages.waitUntilDone(600_000).then(() => events.push('work'));
	answerFirst();
	await first;
	events.push('first');
	failSecond(new Error('no'));
	await expect(second).rejects.toThrow('no');
	await work;
	expect(events).toEqual(['first', 'work']);
	await pages.waitUntilDone(600_000);
});

test('the wait ends at the time limit when a page takes too long', async () => {
	const pages = new PagesInProgress();
	void pages.answer(() => new Promise(() => undefined));
	await pages.waitUntilDone(1);
	await pages.waitUntilDone(1);
});

test('requests for pages are counted, and those of forms, files and health checks are not', () => {
	const isPage = (options: RequestInit, isDataRequest = false) =>
		isPageRequest({ request: new Request('http://braise.invalid/', options), isDataRequest });
	expect(isPage({ headers: { accept: 'text/html,*/*' } })).toBe(true);
	expect(isPage({}, true)).toBe(true);
	expect(isPage({ method: 'POST', headers: { accept: 'text/html' } })).toBe(false);
	expect(isPage({ headers: { accept: '*/*' } })).toBe(false);
	expect(isPage({})).toBe(false);
});
