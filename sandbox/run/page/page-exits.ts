import { decodeAddress } from '../project-path.ts';
import type { PageMessageName } from './page-messages.ts';

/** Keeps a page's `pushState` out of the browser's history. `location.hash` cannot be replaced, and still adds entries. */
export function keepPageOutOfHistory(): void {
	const { prototype } = History;
	prototype.pushState = prototype.replaceState;
}

/** Scrolls to a part of the page (such as `#top`) without a history entry. `:target` and `hashchange` work as usual. */
const scrollToPagePart = (part: string): void => location.replace(new URL(part, location.href));

/** The browser's own `setTimeout`, because a link must also act while the page is paused. */
const realSetTimeout = setTimeout.bind(globalThis);

type ShowPageMessage = (word: PageMessageName, what?: string) => void;

/** Runs `act` after the program's own listeners, unless one of them prevented the event's default action. */
function runAfterListeners(event: Event, act: () => void): void {
	let isPrevented = false;
	event.preventDefault();
	Object.defineProperty(event, 'preventDefault', { value: () => (isPrevented = true) });
	Object.defineProperty(event, 'defaultPrevented', { get: () => isPrevented });
	realSetTimeout(() => {
		if (!isPrevented) act();
	}, 0);
}

const isLink = (target: EventTarget): target is Element =>
	target instanceof Element &&
	target.matches('a, area') &&
	(target.hasAttribute('href') || target.hasAttribute('xlink:href'));

const isSubmitter = (target: EventTarget): target is HTMLButtonElement | HTMLInputElement =>
	(target instanceof HTMLButtonElement || target instanceof HTMLInputElement) &&
	(target.type === 'submit' || target.type === 'image') &&
	target.form !== null;

/** Refuses access to camera, microphone and screen with an error in words, because the error of the policy has no words. */
function refuseMediaCapture(onRequest: () => void): void {
	const refuseCaptureRequest = () => {
		onRequest();
		return Promise.reject(new DOMException('A page of Braise uses no camera and no microphone.', 'NotAllowedError'));
	};
	// Defines `mediaDevices` anew, because it is absent where the app is served without HTTPS.
	Object.defineProperty(navigator, 'mediaDevices', {
		value: {
			getUserMedia: refuseCaptureRequest,
			getDisplayMedia: refuseCaptureRequest,
			enumerateDevices: () => Promise.resolve([])
		},
		configurable: true
	});
}

/** Returns the path that a page-relative address names in the project, as the program wrote it; null for others. */
function relativeProjectPathOf(address: string): string | null {
	const folder = new URL('.', document.baseURI).href;
	return address.startsWith(folder) ? decodeAddress(address.slice(folder.length)) : null;
}

/**
 * Replaces the actions that lead out of the page, such as links and forms. This is no security boundary, because policy and sandbox
 * contain the page. But a frame that tries to navigate loses its document, and a sandboxed form does not tell the program that it
 * was submitted.
 */
export function blockPageExits(showMessage: ShowPageMessage, writeLine: (text: string) => void): void {
	const followLinkInPage = (link: Element) => {
		const address = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? '';
		if (address.startsWith('#')) scrollToPagePart(address);
		else showMessage('link', address);
	};
	const submitFormInPage = (form: HTMLFormElement, submitter: HTMLElement | null) => {
		const isUnvalidated = form.noValidate || (submitter !== null && submitter.hasAttribute('formnovalidate'));
		if (!isUnvalidated && !form.reportValidity()) return;
		if (!form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }))) return;
		if (form.getAttribute('method') === 'dialog') form.closest('dialog')?.close(submitter?.getAttribute('value') ?? '');
		else showMessage('form');
	};

	const handleLinkOrSubmitClick = (event: Event) => {
		const path = event.composedPath();
		const link = path.find(isLink);
		if (link !== undefined) return runAfterListeners(event, () => followLinkInPage(link));
		const submitter = path.find(isSubmitter);
		const form = submitter?.form;
		if (submitter !== undefined && form) runAfterListeners(event, () => submitFormInPage(form, submitter));
	};
	addEventListener('click', handleLinkOrSubmitClick, true);
	addEventListener('auxclick', handleLinkOrSubmitClick, true);
	addEventListener('keydown', (event) => {
		const { target } = event;
		if (event.key !== 'Enter' || event.defaultPrevented || !(target instanceof HTMLInputElement)) return;
		// A form with a submit button is not submitted here, because the browser clicks that button on Enter.
		if (target.form !== null && ![...target.form.elements].some(isSubmitter)) submitFormInPage(target.form, null);
	});

	const { prototype } = HTMLFormElement;
	prototype.requestSubmit = function (submitter) {
		submitFormInPage(this, submitter ?? null);
	};
	prototype.submit = () => showMessage('form');
	window.open = (address) => {
		showMessage('link', String(address ?? ''));
		return null;
	};
	window.alert = (text: unknown = '') => writeLine(String(text));
	window.confirm = (text = '') => {
		showMessage('dialog', text);
		return false;
	};
	window.prompt = (text = '') => {
		showMessage('dialog', text);
		return null;
	};
	refuseMediaCapture(() => showMessage('camera'));
	const refusedAddresses = new Set<string>();
	document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
		if (blockedURI === 'inline') return showMessage(effectiveDirective === 'script-src-attr' ? 'handler' : 'script');
		if (refusedAddresses.has(blockedURI) || refusedAddresses.size > 50) return;
		refusedAddresses.add(blockedURI);
		const projectPath = relativeProjectPathOf(blockedURI);
		if (projectPath === null) showMessage('load', blockedURI);
		else showMessage('missing', projectPath);
	});
}
