/** Matches an address, which may contain commas but not end with a comma, and the width or density after the address. */
const SRCSET_ADDRESS_PATTERN = /\s*([^\s,]\S*[^\s,]|[^\s,])([^,]*)(?:,|$)/g;

/** Returns the list with other addresses, or undefined when `addressOf` replaces none of them. */
export function replaceAddressesInSrcset(
	writtenSet: string,
	addressOf: (written: string) => string | undefined
): string | undefined {
	let isChanged = false;
	const candidates = [...writtenSet.matchAll(SRCSET_ADDRESS_PATTERN)].map(([, address = '', said = '']) => {
		const newAddress = addressOf(address);
		isChanged ||= newAddress !== undefined;
		return `${newAddress ?? address} ${said.trim()}`.trim();
	});
	return isChanged ? candidates.join(', ') : undefined;
}

type AddressLookup = (writtenAddress: string) => string | undefined;

/** Attributes whose address a browser fetches, and the elements for which it does. */
const ELEMENTS_BY_ADDRESS_ATTRIBUTE = {
	src: 'img, audio, video, source',
	srcset: 'img, source',
	poster: 'video'
} as const;
type AddressAttribute = keyof typeof ELEMENTS_BY_ADDRESS_ATTRIBUTE;
const ADDRESS_ATTRIBUTES = Object.keys(ELEMENTS_BY_ADDRESS_ATTRIBUTE) as AddressAttribute[];
const FETCHING_ELEMENTS_SELECTOR = ADDRESS_ATTRIBUTES.map(
	(name) => `:is(${ELEMENTS_BY_ADDRESS_ATTRIBUTE[name]})[${name}]`
).join(', ');

/**
 * Returns the name of the attribute that holds an address in a taken-home page, so that the browser fetches nothing before the
 * program runs.
 */
const packedAttributeName = (name: AddressAttribute): string => `data-project-${name}`;
const PACKED_ELEMENTS_SELECTOR = ADDRESS_ATTRIBUTES.map((name) => `[${packedAttributeName(name)}]`).join(', ');
const STYLE_ADDRESS_PATTERN = /url\(\s*(['"]?)([^'")]+)\1\s*\)/g;

const replaceStyleAddresses = (css: string, addressOf: AddressLookup): string =>
	css.replace(STYLE_ADDRESS_PATTERN, (whole, _quote: string, writtenAddress: string) => {
		const address = addressOf(writtenAddress);
		return address === undefined ? whole : `url("${address}")`;
	});

const replacementAddressFor = (
	attribute: AddressAttribute,
	writtenAddress: string,
	addressOf: AddressLookup
): string | undefined =>
	attribute === 'srcset' ? replaceAddressesInSrcset(writtenAddress, addressOf) : addressOf(writtenAddress);

function replaceAddressesInElement(
	element: Element,
	addressOf: AddressLookup,
	setAddress: (element: Element, name: AddressAttribute, writtenAddress: string, address: string) => void
): void {
	for (const name of ADDRESS_ATTRIBUTES) {
		const writtenAddress = element.matches(ELEMENTS_BY_ADDRESS_ATTRIBUTE[name]) ? element.getAttribute(name) : null;
		const address = writtenAddress === null ? undefined : replacementAddressFor(name, writtenAddress, addressOf);
		if (writtenAddress !== null && address !== undefined) setAddress(element, name, writtenAddress, address);
	}
}

function replaceAddressesInDocument(
	page: Document,
	addressOf: AddressLookup,
	setAddress: Parameters<typeof replaceAddressesInElement>[2]
): void {
	for (const style of page.querySelectorAll('style'))
		style.textContent = replaceStyleAddresses(style.textContent, addressOf);
	for (const element of page.querySelectorAll('[style]'))
		element.setAttribute('style', replaceStyleAddresses(element.getAttribute('style') ?? '', addressOf));
	for (const element of page.querySelectorAll(FETCHING_ELEMENTS_SELECTOR))
		replaceAddressesInElement(element, addressOf, setAddress);
}

/** Moves the addresses in a document into other attributes, for a taken-home page. The page's script moves them back. */
export function packPageAddresses(page: Document, addressOf: AddressLookup): void {
	replaceAddressesInDocument(page, addressOf, (element, name, writtenAddress) => {
		element.removeAttribute(name);
		element.setAttribute(packedAttributeName(name), writtenAddress);
	});
}

/** Replaces addresses from now on: those in `page`, and those that the program writes later. */
export function replacePageAddresses(addressOf: AddressLookup, page: Document): void {
	const { setAttribute } = Element.prototype;
	const setAddress = (element: Element, name: AddressAttribute, _written: string, address: string): void =>
		setAttribute.call(element, name, address);
	replaceAddressesInDocument(page, addressOf, setAddress);
	for (const element of page.querySelectorAll(PACKED_ELEMENTS_SELECTOR)) {
		for (const name of ADDRESS_ATTRIBUTES) {
			const writtenAddress = element.getAttribute(packedAttributeName(name));
			if (writtenAddress === null) continue;
			element.removeAttribute(packedAttributeName(name));
			element.setAttribute(name, replacementAddressFor(name, writtenAddress, addressOf) ?? writtenAddress);
		}
	}
	replaceAssignedAddresses((name, value) => replacementAddressFor(name, String(value), addressOf) ?? String(value));
	watchInsertedElements((element) => replaceAddressesInElement(element, addressOf, setAddress));
	replaceFontFaceAddresses(addressOf);
	loadFilmsWhole();
}

/**
 * Makes the browser load films completely. Otherwise, Chromium loads only the length and size of a hidden film and shows no
 * picture of it, and p5's sketches hide the films that they draw.
 */
function loadFilmsWhole(): void {
	const preloadFilm = ({ target }: Event): void => {
		if (target instanceof HTMLMediaElement && !target.hasAttribute('preload')) target.preload = 'auto';
	};
	// A `loadstart` event does not bubble, so it is caught in the capture phase.
	document.addEventListener('loadstart', preloadFilm, true);
}

/** Replaces the addresses that a program passes to the `FontFace` constructor, which fetches them itself. */
function replaceFontFaceAddresses(addressOf: AddressLookup): void {
	const RealFontFace = globalThis.FontFace;
	globalThis.FontFace = new Proxy(RealFontFace, {
		construct: (_target, [family, source, descriptors]: ConstructorParameters<typeof FontFace>) =>
			new RealFontFace(
				family,
				typeof source === 'string' ? replaceStyleAddresses(source, addressOf) : source,
				descriptors
			)
	});
}

function replaceAssignedAddresses(replacementOf: (name: AddressAttribute, writtenAddress: unknown) => string): void {
	const writingClasses: readonly [AddressAttribute, { prototype: Element }[]][] = [
		['src', [HTMLImageElement, HTMLMediaElement, HTMLSourceElement]],
		['srcset', [HTMLImageElement, HTMLSourceElement]],
		['poster', [HTMLVideoElement]]
	];
	for (const [name, classes] of writingClasses) {
		for (const { prototype } of classes) {
			const property = Object.getOwnPropertyDescriptor(prototype, name);
			const setProperty = property?.set;
			if (property === undefined || setProperty === undefined) continue;
			Object.defineProperty(prototype, name, {
				...property,
				set(this: Element, writtenAddress: unknown) {
					setProperty.call(this, replacementOf(name, writtenAddress));
				}
			});
		}
	}
	// The `Audio` constructor sets the address without the property `src`, which is replaced above.
	const RealAudio = globalThis.Audio;
	globalThis.Audio = new Proxy(RealAudio, {
		construct: (_target, [writtenAddress]: unknown[]) =>
			writtenAddress === undefined ? new RealAudio() : new RealAudio(replacementOf('src', writtenAddress))
	});
	const { setAttribute } = Element.prototype;
	Element.prototype.setAttribute = function (name, value) {
		const attribute = ADDRESS_ATTRIBUTES.find((each) => each === name.toLowerCase());
		const isAddress = attribute !== undefined && this.matches(ELEMENTS_BY_ADDRESS_ATTRIBUTE[attribute]);
		setAttribute.call(this, name, isAddress ? replacementOf(attribute, value) : value);
	};
}

/**
 * Calls back for each element that enters the page. The policy refuses addresses that are written with `innerHTML`;
 * replacing them afterwards loads the files.
 */
function watchInsertedElements(handleElement: (element: Element) => void): void {
	new MutationObserver((changes) => {
		for (const { addedNodes } of changes) {
			for (const node of addedNodes) {
				if (!(node instanceof Element)) continue;
				if (node.matches(FETCHING_ELEMENTS_SELECTOR)) handleElement(node);
				for (const element of node.querySelectorAll(FETCHING_ELEMENTS_SELECTOR)) handleElement(element);
			}
		}
	}).observe(document, { childList: true, subtree: true });
}
