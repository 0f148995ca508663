/** Keeps what was typed in a form that the server refuses, and focuses the first mistake. */
import { tick } from 'svelte';
import type { SubmitFunction } from '@sveltejs/kit';
import { sendFormWithNotice } from './send-form.ts';

/** An action for `use:enhance`: after an error typed text stays, and the first invalid field takes the focus. */
export const keepInputAndFocusError: SubmitFunction = (submission) =>
	sendFormWithNotice({
		resets: false,
		onoutcome: async (outcome) => {
			if (outcome !== 'refused') return;
			await tick();
			submission.formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
		}
	})(submission);
