/** Makes a region reachable by keyboard, but only while it scrolls. */
import type { Attachment } from 'svelte/attachments';
import { readingSettings } from './reading/reading-settings.svelte.ts';

export const focusableWhileScrolling: Attachment<HTMLElement> = (element) => {
	// Reading the settings makes this run again when the text size changes, which the region itself does not report.
	void readingSettings();
	const updateTabIndex = () => {
		const canScroll = element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
		if (canScroll) element.tabIndex = 0;
		else element.removeAttribute('tabindex');
	};
	const sizeObserver = new ResizeObserver(updateTabIndex);
	sizeObserver.observe(element);
	const contentObserver = new MutationObserver(updateTabIndex);
	contentObserver.observe(element, { childList: true, subtree: true, characterData: true });
	updateTabIndex();
	return () => {
		sizeObserver.disconnect();
		contentObserver.disconnect();
	};
};
