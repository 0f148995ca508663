import type { PageDocument } from '../../contract.ts';

export interface ParsedPage {
	document: Document;
	/** Kinds of code that were removed, because it would never have run. */
	removedCode: Set<'script' | 'handler'>;
}

export function parsePage({ html, styles }: PageDocument): ParsedPage {
	const document = new DOMParser().parseFromString(html, 'text/html');
	const removedCode: ParsedPage['removedCode'] = new Set();
	const unusedStyles = new Map(Object.entries(styles));
	const createStyleElement = (text: string) => Object.assign(document.createElement('style'), { textContent: text });

	// In an SVG, `link` and `script` are elements of other classes, which lack the properties of HTML's.
	for (const link of document.querySelectorAll<Element>('link')) {
		if (!(link instanceof HTMLLinkElement)) {
			link.remove();
			continue;
		}
		const path = (link.getAttribute('href') ?? '').replace(/^\.?\//, '');
		const text = styles[path];
		if (link.relList.contains('stylesheet') && text !== undefined) {
			const style = createStyleElement(text);
			if (link.media !== '') style.media = link.media;
			link.replaceWith(style);
			unusedStyles.delete(path);
		} else link.remove();
	}
	for (const text of unusedStyles.values()) document.head.append(createStyleElement(text));

	for (const script of document.querySelectorAll('script')) {
		// A script with `src` names the program, which is loaded separately.
		if (!script.hasAttribute('src') && script.textContent.trim() !== '') removedCode.add('script');
		script.remove();
	}
	for (const element of document.querySelectorAll('base, meta[http-equiv], iframe, object, embed')) element.remove();
	for (const element of document.querySelectorAll('*')) {
		for (const { name } of [...element.attributes]) {
			if (!name.startsWith('on')) continue;
			removedCode.add('handler');
			element.removeAttribute(name);
		}
	}
	return { document, removedCode };
}

export function showPage(page: Document, targetDocument: Document): void {
	copyAttributes(page.documentElement, targetDocument.documentElement);
	targetDocument.head.replaceChildren(...page.head.childNodes);
	targetDocument.body.replaceWith(targetDocument.adoptNode(page.body));
}

function copyAttributes(from: Element, to: Element): void {
	for (const { name, value } of from.attributes) to.setAttribute(name, value);
}
