/** Tells whether the screen is narrow, by the same widths as the styles of WorkbenchLayout.svelte. */
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
