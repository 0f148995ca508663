/** Keeps what was typed in a form that the server refuses, and focuses the first mistake. */
import { tick } from 'svelte';
import type { SubmitFunction } from '@sveltejs/kit';
import { sendFormWithNotice } from './send-form.ts';

/** Forms whose answer has not arrived yet. */
const formsAwaitingAnswer = new WeakSet<HTMLFormElement>();

/**
 * An action for `use:enhance`: after an error typed text stays, and the first invalid field takes the focus. A form is not sent
 * again before its answer, because a double click would create everything twice.
 */
export const keepInputAndFocusError: SubmitFunction = (submission) => {
	const { formElement } = submission;
	if (formsAwaitingAnswer.has(formElement)) return submission.cancel();
	formsAwaitingAnswer.add(formElement);
	return sendFormWithNotice({
		resets: false,
		onoutcome: async (outcome) => {
			formsAwaitingAnswer.delete(formElement);
			if (outcome !== 'refused') return;
			await tick();
			formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
		}
	})(submission);
};
