import { MediaQuery } from 'svelte/reactivity';
import { SCALE_BY_TEXT_SIZE, type TextSize } from '#lib/domain/reading-settings.ts';
import { readingSettings } from '#lib/ui/reading/reading-settings.svelte.ts';

/** Returns the media query for a text size: large text makes a screen narrow sooner. */
const createMediaQuery = (size: TextSize) => {
	const [narrow, touched] = [64, 76].map((width) => width * SCALE_BY_TEXT_SIZE[size]);
	return new MediaQuery(`(max-width: ${narrow}rem), (max-width: ${touched}rem) and (pointer: coarse)`);
};
const MEDIA_QUERY_BY_TEXT_SIZE = {
	normal: createMediaQuery('normal'),
	large: createMediaQuery('large'),
	larger: createMediaQuery('larger'),
	largest: createMediaQuery('largest')
};

export const narrowScreenQuery = {
	get current(): boolean {
		return MEDIA_QUERY_BY_TEXT_SIZE[readingSettings().textSize].current;
	}
};

/** Share of the full height, from 0 to 1: browser toolbars leave more of it visible, an on-screen keyboard leaves less. */
const LEAST_VISIBLE_SHARE_WITHOUT_KEYBOARD = 0.75;

/**
 * Calls `onchange` with the height in pixels above an on-screen keyboard, and with null when the keyboard is gone. Returns a function that
 * stops watching.
 */
export function watchOnScreenKeyboard(onchange: (height: number | null) => void): () => void {
	const viewport = window.visualViewport;
	// Without a touch screen there is no on-screen keyboard: if the window becomes lower, the person has resized it.
	if (!viewport || navigator.maxTouchPoints === 0) return () => undefined;
	/** The greatest height seen at each width; a turned tablet has another width and so another height. */
	const fullHeightByWidth = new Map<number, number>();
	let lastHeight: number | null = null;
	const reportHeightChange = () => {
		// Zooming with two fingers also makes the visible part smaller, so multiply by the zoom's scale.
		const width = Math.round(viewport.width * viewport.scale);
		const height = Math.round(viewport.height * viewport.scale);
		const fullHeight = Math.max(fullHeightByWidth.get(width) ?? 0, height);
		fullHeightByWidth.set(width, fullHeight);
		const newHeight = height < fullHeight * LEAST_VISIBLE_SHARE_WITHOUT_KEYBOARD && isTextFocused() ? height : null;
		if (newHeight === lastHeight) return;
		lastHeight = newHeight;
		onchange(newHeight);
	};
	reportHeightChange();
	viewport.addEventListener('resize', reportHeightChange);
	document.addEventListener('focusin', reportHeightChange);
	return () => {
		viewport.removeEventListener('resize', reportHeightChange);
		document.removeEventListener('focusin', reportHeightChange);
	};
}

function isTextFocused(): boolean {
	const focused = document.activeElement;
	return focused instanceof HTMLElement && focused.matches('textarea, input, [role="textbox"]');
}
