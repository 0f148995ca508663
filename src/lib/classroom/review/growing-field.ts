import type { Attachment } from 'svelte/attachments';

/** A field that is as high as what is written in it. `text` is read, so that it grows with what comes otherwise than by typing. */
export const growing =
	(text: () => string): Attachment<HTMLTextAreaElement> =>
	(area) => {
		text();
		area.style.height = 'auto';
		area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
	};
