/** Says beside a form's button why the form was not sent, in forms that have no words of their own for it. */
import type { ActionResult } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';

type FailedSending = Extract<ActionResult, { type: 'error' }>;

/** Removes the notice of an earlier attempt. */
export const removeFormNotice = (form: HTMLFormElement): void => form.querySelector('.form-notice')?.remove();

export function showFormNotice(
	form: HTMLFormElement,
	submitter: HTMLElement | null,
	failedSending: FailedSending
): void {
	const notice = document.createElement('p');
	notice.className = 'form-notice';
	notice.setAttribute('role', 'alert');
	notice.textContent = noticeTextOf(failedSending);
	// Inside the form, so that it goes when the form goes.
	if (submitter && form.contains(submitter)) submitter.after(notice);
	else form.append(notice);
}

/** Without a status, no answer came. What the server refuses with a 4xx, it explains itself. */
function noticeTextOf({ status, error }: FailedSending): string {
	if (status === undefined) return m.form_network_down();
	const serverMessage: unknown = error instanceof Object && 'message' in error ? error.message : undefined;
	return status < 500 && typeof serverMessage === 'string' ? serverMessage : m.form_server_down();
}
