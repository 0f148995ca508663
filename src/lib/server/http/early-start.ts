/** Puts the script that starts an early frame's program into the pages that have such a frame. */
import earlyScript from 'virtual:sandbox-early-script';
import type { Handle } from '@sveltejs/kit';

const EARLY_FRAME_MARK = ' data-start=';

export const handleEarlyStart: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%early%', () => (html.includes(EARLY_FRAME_MARK) ? earlyScript : ''))
	});
