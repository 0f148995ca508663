import { afterEach, expect, test, vi } from 'vitest';
import { restoreLostFocus } from './lost-focus.ts';

afterEach(() => {
	vi.unstubAllGlobals();
});

/** Makes a page whose elements take the focus unless they are hidden. */
function createPage() {
	const body = { matches: () => false };
	const page: { body: unknown; activeElement: unknown } = { body, activeElement: body };
	vi.stubGlobal('document', page);
	const createElement = (isHidden: boolean) => {
		const element = {
			tabIndex: 0,
			matches: () => false,
			focus: () => void (isHidden || (page.activeElement = element))
		};
		return element as unknown as HTMLElement;
	};
	return { page, createElement };
}

test('a lost focus goes to the first element found that takes it', async () => {
	const { page, createElement } = createPage();
	const [hidden, shown, last] = [createElement(true), createElement(false), createElement(false)];
	await restoreLostFocus(
		() => null,
		() => hidden,
		() => shown,
		() => last
	);
	expect(page.activeElement).toBe(shown);
	await restoreLostFocus(() => last);
	expect(page.activeElement).toBe(shown);
});
