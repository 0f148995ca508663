/** Counts the pages that are being answered, so that work that nobody watches lets them go first. */
import type { Handle } from '@sveltejs/kit';

export class PagesInProgress {
	#count = 0;
	readonly #waiting = new Set<() => void>();

	async answer<Value>(page: () => Value | Promise<Value>): Promise<Value> {
		this.#count += 1;
		try {
			return await page();
		} finally {
			this.#count -= 1;
			if (this.#count === 0) for (const resume of this.#waiting) resume();
		}
	}

	/** Resolves once no page is being answered, after so many milliseconds at the latest. */
	async waitUntilDone(milliseconds: number): Promise<void> {
		if (this.#count === 0) return;
		await new Promise<void>((resolve) => {
			const resume = (): void => {
				clearTimeout(timer);
				this.#waiting.delete(resume);
				resolve();
			};
			const timer = setTimeout(resume, milliseconds);
			this.#waiting.add(resume);
		});
	}
}

export const pagesInProgress = new PagesInProgress();

/** Counts pages that a person waits for. Forms are left out: publishing a challenge takes seconds, and would hold up a class for so long. */
export const countPagesInProgress: Handle = ({ event, resolve }) =>
	event.request.method !== 'GET' || event.url.pathname.startsWith('/api/')
		? resolve(event)
		: pagesInProgress.answer(() => resolve(event));
