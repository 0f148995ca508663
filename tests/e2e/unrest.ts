/** Watches a workbench for unrest while a student types: moving stage, flashing words, stopping picture. */
import { expect, type Page } from '@playwright/test';

/** Selector of all elements that tell a student that something is wrong. */
const MESSAGES = '#code [role="status"] li, .stage .problem, .picture .badge, .checks :is(.load, .why, dl)';

interface Seen {
	/** Every position and size that the stage had. */
	boxes: string[];
	/** Messages that appeared and disappeared while one word was typed. */
	flashes: string[];
	/** Messages that are visible now. */
	messages: string[];
}
interface Watched extends Window {
	/** Lets this many milliseconds pass for the page's pauses, but for nothing else. */
	passTime(milliseconds: number): void;
	seen(): Seen;
}

/**
 * Begins to watch. From now on, only `passTime` ends the page's pauses of half a second and more, so that the result does not
 * depend on how long a key takes on this machine.
 */
export async function watchUnrest(page: Page): Promise<void> {
	await page.evaluate((selector) => {
		const { setTimeout: begin, clearTimeout: end } = window;
		const pauses = new Map<number, { at: number; callback: () => void }>();
		let now = 0;
		let last = 1_000_000_000;
		const pause = (callback: () => void, delay = 0, ...values: unknown[]): number => {
			if (delay < 500 || delay > 2000) return begin(callback, delay, ...values);
			pauses.set(++last, { at: now + delay, callback });
			return last;
		};
		const stop = (id?: number): void => {
			if (id === undefined || !pauses.delete(id)) end(id);
		};
		const passTime = (milliseconds: number): void => {
			now += milliseconds;
			for (const [id, { at, callback }] of pauses) {
				if (at > now) continue;
				pauses.delete(id);
				callback();
			}
		};

		const boxes = new Set<string>();
		const flashes: string[] = [];
		let word = 0;
		let visibleTexts = new Map<string, number>();
		const look = (): void => {
			const { x, y, width, height } = document.querySelector('.picture')?.getBoundingClientRect() ?? new DOMRect();
			boxes.add([x, y, width, height].join(' '));
			const visibleElements = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
			const texts = new Set(visibleElements.map((element) => element.textContent.trim()));
			for (const [text, since] of visibleTexts) if (!texts.has(text) && since === word) flashes.push(text);
			visibleTexts = new Map([...texts].map((text) => [text, visibleTexts.get(text) ?? word]));
		};
		look();
		// Texts that were visible before the typing began are no flashes.
		visibleTexts = new Map([...visibleTexts].map(([text]) => [text, -1]));
		const everything = { subtree: true, childList: true, characterData: true, attributes: true };
		new MutationObserver(look).observe(document.body, everything);
		const again = (): void => {
			look();
			requestAnimationFrame(again);
		};
		again();
		const beginWord = ({ key }: KeyboardEvent): void => {
			if (key === ' ' || key === 'Enter') word += 1;
		};
		addEventListener('keydown', beginWord, { capture: true });
		const readUnrest = (): Seen => ({ boxes: [...boxes], flashes, messages: [...visibleTexts.keys()] });
		Object.assign(window, { setTimeout: pause, clearTimeout: stop, passTime, seen: readUnrest });
	}, MESSAGES);
}

export const readSeenUnrest = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as Watched).seen());

export function passTime(page: Page, milliseconds: number): Promise<void> {
	return page.evaluate((time) => (window as unknown as Watched).passTime(time), milliseconds);
}

/** Waits until the stage shows another picture. */
export async function waitUntilPictureMoves(page: Page): Promise<void> {
	const picture = async () => (await page.locator('.picture .frame').screenshot()).toString('base64');
	const before = await picture();
	await expect.poll(async () => (await picture()) !== before).toBe(true);
}
