import type { Attachment } from 'svelte/attachments';

export const growFieldWithText =
	(text: () => string): Attachment<HTMLTextAreaElement> =>
	(area) => {
		text();
		area.style.height = 'auto';
		area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
	};
