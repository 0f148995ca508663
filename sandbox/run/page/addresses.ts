/** Replaces the addresses of a project's files in a page: in its text, and where its program writes them. */

/** Returns the address to use in place of a written one; undefined leaves it. */
export type AddressOf = (written: string) => string | undefined;

/** An element that was packed without its address, so that nothing is asked for before the program runs. */
const PACKED_ATTRIBUTE = 'data-project-file';
const STYLE_ADDRESS = /url\(\s*(['"]?)([^'")]+)\1\s*\)/g;

const replaceStyleAddresses = (css: string, addressOf: AddressOf): string =>
	css.replace(STYLE_ADDRESS, (whole, _quote: string, written: string) => {
		const address = addressOf(written);
		return address === undefined ? whole : `url("${address}")`;
	});

/** Returns the path that a relative address means in a folder without folders. */
export const pathInAddress = (address: string): string => address.replace(/[?#].*$/, '').replace(/^(?:\.?\/)+/, '');

/** `setAddress` gets every element that names a file of the project, with that file's address. */
function replaceInDocument(
	page: Document,
	addressOf: AddressOf,
	setAddress: (element: Element, written: string, address: string) => void
) {
	for (const style of page.querySelectorAll('style'))
		style.textContent = replaceStyleAddresses(style.textContent, addressOf);
	for (const element of page.querySelectorAll('[style]'))
		element.setAttribute('style', replaceStyleAddresses(element.getAttribute('style') ?? '', addressOf));
	for (const element of page.querySelectorAll('img[src], audio[src], video[src], source[src]')) {
		const written = element.getAttribute('src') ?? '';
		const address = addressOf(written);
		if (address !== undefined) setAddress(element, written, address);
	}
}

/** Takes the addresses out of a document that is packed into a file: the program's script gives them again. */
export function packAddresses(page: Document, addressOf: AddressOf): void {
	replaceInDocument(page, addressOf, (element, written) => {
		element.removeAttribute('src');
		element.setAttribute(PACKED_ATTRIBUTE, written);
	});
}

/** Answers addresses from now on: those in `page`, and those that the program writes anywhere. */
export function giveAddresses(addressOf: AddressOf, page: Document): void {
	replaceInDocument(page, addressOf, (element, _written, address) => element.setAttribute('src', address));
	for (const element of page.querySelectorAll(`[${PACKED_ATTRIBUTE}]`)) {
		const written = element.getAttribute(PACKED_ATTRIBUTE) ?? '';
		element.removeAttribute(PACKED_ATTRIBUTE);
		element.setAttribute('src', addressOf(written) ?? written);
	}
	answerWrittenAddresses((written) => addressOf(String(written)) ?? String(written));
	answerRefusedPictures(addressOf);
}

function answerWrittenAddresses(answered: (written: unknown) => string): void {
	for (const { prototype } of [HTMLImageElement, HTMLMediaElement, HTMLSourceElement]) {
		const src = Object.getOwnPropertyDescriptor(prototype, 'src');
		const set = src?.set;
		if (src === undefined || set === undefined) continue;
		Object.defineProperty(prototype, 'src', {
			...src,
			set(this: Element, written: unknown) {
				set.call(this, answered(written));
			}
		});
	}
	const { setAttribute } = Element.prototype;
	Element.prototype.setAttribute = function (name, written) {
		const isAddress = name.toLowerCase() === 'src' && this.matches('img, audio, video, source');
		setAttribute.call(this, name, isAddress ? answered(written) : written);
	};
}

/** What is written with `innerHTML` is asked for, and refused, before anything here hears of it. */
function answerRefusedPictures(addressOf: AddressOf): void {
	const answer = (event: Event) => {
		const { target } = event;
		if (!(target instanceof HTMLImageElement)) return;
		const address = addressOf(target.getAttribute('src') ?? '');
		if (address === undefined) return;
		event.stopImmediatePropagation();
		target.src = address;
	};
	addEventListener('error', answer, true);
}
