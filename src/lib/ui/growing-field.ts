import type { Attachment } from 'svelte/attachments';

/** Makes a field as high as its content. `text` is read so that the field also grows when the script changes the text. */
export const growWithText =
	(text: () => string): Attachment<HTMLTextAreaElement> =>
	(area) => {
		text();
		area.style.height = 'auto';
		area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
	};
