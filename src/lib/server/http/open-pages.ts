/** Counts the pages that are being answered, so that work that nobody watches lets them go first. */
import type { Handle } from '@sveltejs/kit';

export class OpenPages {
	#count = 0;
	#resume: (() => void)[] = [];

	async answer<Value>(page: () => Value | Promise<Value>): Promise<Value> {
		this.#count += 1;
		try {
			return await page();
		} finally {
			this.#count -= 1;
			if (this.#count === 0) for (const resume of this.#resume.splice(0)) resume();
		}
	}

	/** Resolves once no page is being answered, after so many milliseconds at the latest. */
	async waitForAnswers(milliseconds: number): Promise<void> {
		if (this.#count === 0) return;
		let timer: NodeJS.Timeout | undefined;
		await new Promise<void>((resolve) => {
			this.#resume.push(resolve);
			timer = setTimeout(resolve, milliseconds);
		});
		clearTimeout(timer);
	}
}

export const openPages = new OpenPages();

/** Counts every request that a person may be looking at: all but those to `/api`. */
export const countOpenPages: Handle = ({ event, resolve }) =>
	event.url.pathname.startsWith('/api/') ? resolve(event) : openPages.answer(() => resolve(event));
