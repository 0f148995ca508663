import { focusTextElement, isFocusLost } from './lost-focus.ts';
import type { ActionResult, SubmitFunction } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { tick } from 'svelte';

const FORM_SURROUNDINGS_SELECTOR = 'form, section, article, main, [role="dialog"]';

/**
 * Notes where the focus is. Returns a function that focuses this element again, else `submitter`, else a nearby element that says
 * the result.
 */
function rememberFormFocus(form: HTMLFormElement, submitter: HTMLElement | null): () => void {
	// Find the elements around the form now, because the answer may remove the form.
	const surroundingElements: Element[] = [];
	for (let element: Element | null = form; element; element = element.parentElement)
		if (element.matches(FORM_SURROUNDINGS_SELECTOR)) surroundingElements.push(element);
	const focusedElement = document.activeElement;
	return () => {
		if (!isFocusLost()) return;
		for (const element of [focusedElement, submitter])
			if (element instanceof HTMLElement && tryToFocus(element)) return;
		for (const element of surroundingElements)
			if (element.isConnected && resultElementsIn(element).some(tryToFocus)) return;
	};
}

/** Returns the elements that say the result: first statuses with a text, then headings. */
function resultElementsIn(element: Element): HTMLElement[] {
	const elementsMatching = (selector: string) => [...element.querySelectorAll<HTMLElement>(selector)];
	const statusElements = elementsMatching('[role="status"]').filter(({ textContent }) => textContent?.trim());
	return [...statusElements, ...elementsMatching('h1, h2, h3, h4')];
}

function tryToFocus(element: HTMLElement): boolean {
	if (element === document.body || !element.isConnected) return false;
	if (element.matches('[role="status"], h1, h2, h3, h4')) focusTextElement(element);
	else element.focus();
	return document.activeElement === element;
}

type FailedFormSubmission = Extract<ActionResult, { type: 'error' }>;

const removeFormNotice = (form: HTMLFormElement): void => form.querySelector('.form-notice')?.remove();

function showFormNotice(
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

export type FormOutcome = 'done' | 'refused' | 'unsent';

interface FormUpdateOptions {
	resets?: boolean;
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
