/** Counts the pages that are being answered, so that the hand-ins of a whole class can wait for them. */
import type { Handle, RequestEvent } from '@sveltejs/kit';

export class PagesInProgress {
	#count = 0;
	readonly #waiting = new Set<() => void>();

	async countWhileAnswering<Value>(page: () => Value | Promise<Value>): Promise<Value> {
		this.#count += 1;
		try {
			return await page();
		} finally {
			this.#count -= 1;
			if (this.#count === 0) for (const endWait of this.#waiting) endWait();
		}
	}

	/** Resolves when no page is being answered, or after this many milliseconds at the latest. */
	async waitUntilDone(milliseconds: number): Promise<void> {
		if (this.#count === 0) return;
		await new Promise<void>((resolve) => {
			const endWait = (): void => {
				clearTimeout(timer);
				this.#waiting.delete(endWait);
				resolve();
			};
			const timer = setTimeout(endWait, milliseconds);
			this.#waiting.add(endWait);
		});
	}
}

export const pagesInProgress = new PagesInProgress();

export const trackPagesInProgress: Handle = ({ event, resolve }) =>
	isPageRequest(event) ? pagesInProgress.countWhileAnswering(() => resolve(event)) : resolve(event);

/**
 * Tells whether a request is for a page, for which a person waits. Forms do not count, because publishing a challenge takes
 * seconds and would hold up a class for as long. Requests of scripts and of other programs do not count either, such as a
 * check of the server's health.
 */
export const isPageRequest = ({ request, isDataRequest }: Pick<RequestEvent, 'request' | 'isDataRequest'>): boolean =>
	request.method === 'GET' && (isDataRequest || request.headers.get('accept')?.includes('text/html') === true);
