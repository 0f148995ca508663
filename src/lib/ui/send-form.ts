/** Sends a form, and leaves the page as it is when the network fails. */
import type { SubmitFunction } from '@sveltejs/kit';

export type FormAnswer = 'done' | 'refused' | 'unsent';

/** An action for `use:enhance`. `resets`: whether to empty the fields after success. */
export const sendForm =
	(onanswer: (answer: FormAnswer) => void, { resets = false } = {}): SubmitFunction =>
	() =>
	async ({ result, update }) => {
		// Showing an error page would lose what is written in the page's other forms.
		if (result.type !== 'error') await update({ reset: resets });
		onanswer(result.type === 'error' ? 'unsent' : result.type === 'failure' ? 'refused' : 'done');
	};
