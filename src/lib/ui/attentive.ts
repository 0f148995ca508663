import { tick } from 'svelte';
import type { SubmitFunction } from '@sveltejs/kit';

/** For `use:enhance`: what was typed stays, and the first field with a mistake takes the focus. */
export const attentive: SubmitFunction =
	({ formElement }) =>
	async ({ update }) => {
		await update({ reset: false });
		await tick();
		formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	};
