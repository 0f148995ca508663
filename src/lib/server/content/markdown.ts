import { Marked } from 'marked';
import sanitize from 'sanitize-html';
import type { Language } from '../../domain/challenge.ts';

const marked = new Marked({ gfm: true, async: false });

/**
 * An author is not trusted. No image, style, class, id, form or frame gets through: nothing that loads, covers or names a part
 * of the page. Links go to https only.
 */
const ALLOWED = {
	allowedTags: [
		...['p', 'br', 'strong', 'em', 'code', 'pre', 'kbd', 'sub', 'sup', 'blockquote', 'ul', 'ol', 'li', 'a', 'span'],
		...['table', 'thead', 'tbody', 'tr', 'th', 'td']
	],
	allowedAttributes: { a: ['href', 'rel'], ol: ['start'], span: ['lang'], em: ['lang'] },
	allowedSchemes: ['https'],
	allowProtocolRelative: false,
	transformTags: { a: sanitize.simpleTransform('a', { rel: 'noopener noreferrer' }) }
} satisfies sanitize.IOptions;

export function toHtml(markdown: string, language: Language): string {
	return sanitize(marked.parse(markdown, { async: false }), {
		...ALLOWED,
		textFilter: (text, tag) => (tag === 'code' || tag === 'pre' ? text : typeset(text, language))
	}).trim();
}

/** The spaces that French has before its signs and its units, and that nobody can type easily. */
export function typeset(text: string, language: Language): string {
	if (language !== 'fr') return text;
	return text
		.replace(/ ([;!?])/g, '\u202f$1')
		.replace(/ ([:»%])/g, '\u00a0$1')
		.replace(/« /g, '«\u00a0')
		.replace(/(\d) (?=(?:kJ|kg|km|g|h|min|s|c|°C|€)(?![\p{L}\d]))/gu, '$1\u00a0');
}
