/** Watches a workbench for flicker while a student types: moving stage, flashing words, stopping picture. */
import { expect, type Page } from '@playwright/test';

/** Selector of all elements that tell a student that something is wrong. */
const TROUBLE_MESSAGE_SELECTOR =
	'#code [role="status"] li, .stage .problem, .picture .badge, .checks :is(.load, .why, dl)';

interface FlickerReport {
	/** Every position and size that the stage had. */
	stageBoxes: string[];
	/** Messages that appeared and disappeared while one word was typed. */
	flashes: string[];
	/** Messages that are visible now. */
	messages: string[];
}
interface WatchedWindow extends Window {
	/** Lets this many milliseconds pass for the page's timers of half a second and more, but for nothing else. */
	passTime(milliseconds: number): void;
	readFlicker(): FlickerReport;
}

/**
 * Begins to watch. From now on, only `passTime` ends the page's pauses of half a second and more, so that the result does not
 * depend on how long a key takes on this machine.
 */
export async function watchFlicker(page: Page): Promise<void> {
	await page.evaluate((selector) => {
		const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = window;
		const pausesById = new Map<number, { at: number; callback: () => void }>();
		let passedMilliseconds = 0;
		let lastPauseId = 1_000_000_000;
		const setHeldTimeout = (callback: () => void, delay = 0, ...values: unknown[]): number => {
			if (delay < 500 || delay > 2000) return realSetTimeout(callback, delay, ...values);
			pausesById.set(++lastPauseId, { at: passedMilliseconds + delay, callback });
			return lastPauseId;
		};
		const clearHeldTimeout = (id?: number): void => {
			if (id === undefined || !pausesById.delete(id)) realClearTimeout(id);
		};
		const passTime = (milliseconds: number): void => {
			passedMilliseconds += milliseconds;
			for (const [id, { at, callback }] of pausesById) {
				if (at > passedMilliseconds) continue;
				pausesById.delete(id);
				callback();
			}
		};

		const seenBoxes = new Set<string>();
		const flashes: string[] = [];
		let wordNumber = 0;
		let visibleTexts = new Map<string, number>();
		const recordFlicker = (): void => {
			const { x, y, width, height } = document.querySelector('.picture')?.getBoundingClientRect() ?? new DOMRect();
			seenBoxes.add([x, y, width, height].join(' '));
			const visibleElements = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
			const texts = new Set(visibleElements.map((element) => element.textContent.trim()));
			for (const [text, since] of visibleTexts) if (!texts.has(text) && since === wordNumber) flashes.push(text);
			visibleTexts = new Map([...texts].map((text) => [text, visibleTexts.get(text) ?? wordNumber]));
		};
		recordFlicker();
		// Texts that were visible before the typing began are no flashes.
		visibleTexts = new Map([...visibleTexts].map(([text]) => [text, -1]));
		const observedChanges = { subtree: true, childList: true, characterData: true, attributes: true };
		new MutationObserver(recordFlicker).observe(document.body, observedChanges);
		const watchEachFrame = (): void => {
			recordFlicker();
			requestAnimationFrame(watchEachFrame);
		};
		watchEachFrame();
		const countBegunWord = ({ key }: KeyboardEvent): void => {
			if (key === ' ' || key === 'Enter') wordNumber += 1;
		};
		addEventListener('keydown', countBegunWord, { capture: true });
		const readFlicker = (): FlickerReport => ({
			stageBoxes: [...seenBoxes],
			flashes,
			messages: [...visibleTexts.keys()]
		});
		Object.assign(window, { setTimeout: setHeldTimeout, clearTimeout: clearHeldTimeout, passTime, readFlicker });
	}, TROUBLE_MESSAGE_SELECTOR);
}

export const readSeenFlicker = (page: Page): Promise<FlickerReport> =>
	page.evaluate(() => (window as unknown as WatchedWindow).readFlicker());

export function passTime(page: Page, milliseconds: number): Promise<void> {
	return page.evaluate((time) => (window as unknown as WatchedWindow).passTime(time), milliseconds);
}

export async function waitUntilPictureMoves(page: Page): Promise<void> {
	const takePictureScreenshot = async () => (await page.locator('.picture .frame').screenshot()).toString('base64');
	const before = await takePictureScreenshot();
	await expect.poll(async () => (await takePictureScreenshot()) !== before).toBe(true);
}
