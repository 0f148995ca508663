/** Sends a form, and keeps the page and the keyboard's place, whatever the answer. */
import { tick } from 'svelte';
import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { rememberFormFocus } from './form-focus.ts';
import { removeFormNotice, showFormNotice } from './form-notice.ts';

export type FormOutcome = 'done' | 'refused' | 'unsent';

interface FormUpdateOptions {
	/** Whether to empty the fields after success. */
	resets?: boolean;
	/** Whether to load the page's data again after success. */
	reloads?: boolean;
}

type FormSubmission = Parameters<SubmitFunction>[0];
type FormResultHandler = Exclude<Awaited<ReturnType<SubmitFunction>>, void>;

const createResultHandler =
	(
		{ formElement, submitter }: FormSubmission,
		onresult: (result: ActionResult) => void,
		updateOptions: Required<FormUpdateOptions>
	): FormResultHandler =>
	async (received) => {
		const { result } = received;
		const giveFocusBack = rememberFormFocus(formElement, submitter);
		// Showing an error page would lose what is written in the page's other forms.
		if (result.type !== 'error')
			await received.update({ reset: updateOptions.resets, invalidateAll: updateOptions.reloads });
		onresult(result);
		// After a redirect, the new page decides what gets the focus.
		if (result.type === 'redirect') return;
		// Wait until the button, which was disabled during the request, can take the focus again.
		await tick();
		giveFocusBack();
	};

/** An action for `use:enhance`, for a form that itself says when sending failed. */
export const sendForm =
	(
		onoutcome: (outcome: FormOutcome) => void,
		{ resets = false, reloads = true }: FormUpdateOptions = {}
	): SubmitFunction =>
	(submission) =>
		createResultHandler(submission, (result) => onoutcome(formOutcomeOf(result)), { resets, reloads });

/** An action for `use:enhance`, for every other form: says beside the button that sending failed, and why. */
export const sendFormWithNotice =
	(options: FormUpdateOptions & { onoutcome?: (outcome: FormOutcome) => void } = {}): SubmitFunction =>
	(submission) => {
		const { formElement, submitter } = submission;
		const { onoutcome, resets = true, reloads = true } = options;
		removeFormNotice(formElement);
		const handleFormResult = (result: ActionResult) => {
			if (result.type === 'error') showFormNotice(formElement, submitter, result);
			onoutcome?.(formOutcomeOf(result));
		};
		return createResultHandler(submission, handleFormResult, { resets, reloads });
	};

function formOutcomeOf({ type }: ActionResult): FormOutcome {
	if (type === 'error') return 'unsent';
	return type === 'failure' ? 'refused' : 'done';
}
