/** Sends a form and leaves its page as it is when the network fails. */
import type { SubmitFunction } from '@sveltejs/kit';

export type FormAnswer = 'done' | 'refused' | 'unsent';

/** For `use:enhance`. `resets`: empties the fields once it is done. */
export const sendForm =
	(onanswer: (answer: FormAnswer) => void, { resets = false } = {}): SubmitFunction =>
	() =>
	async ({ result, update }) => {
		// The page of an error would take what is written in the other forms.
		if (result.type !== 'error') await update({ reset: resets });
		onanswer(result.type === 'error' ? 'unsent' : result.type === 'failure' ? 'refused' : 'done');
	};
