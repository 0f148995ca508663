/** Says beside a form's button why sending failed, for forms that have no message of their own. */
import type { ActionResult } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';

type FailedFormSubmission = Extract<ActionResult, { type: 'error' }>;

/** Removes the notice of an earlier attempt. */
export const removeFormNotice = (form: HTMLFormElement): void => form.querySelector('.form-notice')?.remove();

export function showFormNotice(
	form: HTMLFormElement,
	submitter: HTMLElement | null,
	failedSending: FailedFormSubmission
): void {
	const notice = document.createElement('p');
	notice.className = 'form-notice';
	notice.setAttribute('role', 'alert');
	notice.textContent = noticeTextOf(failedSending);
	// Put the notice inside the form, so that both disappear together.
	if (submitter && form.contains(submitter)) submitter.after(notice);
	else form.append(notice);
}

/** Returns the notice. Without `status` the server did not answer; a refusal (4xx) brings its own explanation. */
function noticeTextOf({ status, error }: FailedFormSubmission): string {
	if (status === undefined) return m.form_network_down();
	const serverMessage: unknown = error instanceof Object && 'message' in error ? error.message : undefined;
	return status < 500 && typeof serverMessage === 'string' ? serverMessage : m.form_server_down();
}
