import { tick } from 'svelte';
import type { SubmitFunction } from '@sveltejs/kit';

/** An action for `use:enhance`: after an error typed text stays, and the first invalid field takes the focus. */
export const keepInputAndFocusError: SubmitFunction =
	({ formElement }) =>
	async ({ update }) => {
		await update({ reset: false });
		await tick();
		formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	};
