import type { Attachment } from 'svelte/attachments';
import { readingSettings } from './reading/reading-settings.svelte.ts';

/** Makes a region reachable by keyboard, but only while it scrolls. */
export const focusableWhileScrolling: Attachment<HTMLElement> = (element) => {
	// Reading the settings attaches this anew when the text size changes, of which the region itself gives no sign.
	void readingSettings();
	const update = () => {
		const scrolls = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
		if (scrolls) element.tabIndex = 0;
		else element.removeAttribute('tabindex');
	};
	const sizes = new ResizeObserver(update);
	sizes.observe(element);
	const content = new MutationObserver(update);
	content.observe(element, { childList: true, subtree: true, characterData: true });
	update();
	return () => {
		sizes.disconnect();
		content.disconnect();
	};
};
