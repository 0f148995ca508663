import textFont from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import earlyScript from 'virtual:sandbox-early-script';
import type { Handle } from '@sveltejs/kit';

const EARLY_FRAME_MARK = ' data-start=';

export const fillInFontAndEarlyScript: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%font%', textFont).replace('%early%', () => (html.includes(EARLY_FRAME_MARK) ? earlyScript : ''))
	});
