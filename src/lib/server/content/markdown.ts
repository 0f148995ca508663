import { Marked } from 'marked';
import sanitize from 'sanitize-html';
import type { Language } from '#lib/domain/language.ts';

const markdownParser = new Marked({ gfm: true, async: false });

/**
 * HTML that an author's text may contain. Authors are not trusted: no HTML is let through that could load anything, cover the
 * page or name its parts, and links lead to https only.
 */
const ALLOWED_HTML = {
	allowedTags: [
		...['p', 'br', 'strong', 'em', 'code', 'pre', 'kbd', 'sub', 'sup', 'blockquote', 'ul', 'ol', 'li', 'a', 'span'],
		...['table', 'thead', 'tbody', 'tr', 'th', 'td']
	],
	allowedAttributes: { a: ['href', 'rel'], ol: ['start'], span: ['lang'], em: ['lang'] },
	allowedSchemes: ['https'],
	allowProtocolRelative: false,
	transformTags: { a: sanitize.simpleTransform('a', { rel: 'noopener noreferrer' }) }
} satisfies sanitize.IOptions;

/** An element that was removed, with its line in the author's text, counted from 0. */
export interface DroppedHtml {
	line: number;
	partName: string;
}

/** Attributes that Markdown itself creates: they are removed without telling the author. */
const GENERATED_ATTRIBUTES = ['class of <code>', 'align of <td>', 'align of <th>'];

export function findDroppedHtml(markdown: string): DroppedHtml[] {
	const droppedParts: DroppedHtml[] = [];
	const tokens = markdownParser.lexer(markdown);
	let line = 0;
	for (const token of tokens) {
		sanitize(markdownParser.parser(Object.assign([token], { links: tokens.links })), {
			...ALLOWED_HTML,
			onOpenTag(tag, attributes) {
				for (const { partName, sourceText } of listDroppedHtmlParts(tag, attributes)) {
					const textBefore = token.raw.slice(0, Math.max(0, token.raw.indexOf(sourceText)));
					droppedParts.push({ line: line + textBefore.split('\n').length - 1, partName });
				}
			}
		});
		line += token.raw.split('\n').length - 1;
	}
	return droppedParts;
}

function listDroppedHtmlParts(
	tag: string,
	attributes: Record<string, string>
): { partName: string; sourceText: string }[] {
	if (tag === 'img') return [{ partName: 'a picture', sourceText: attributes['src'] ?? '<img' }];
	if (!ALLOWED_HTML.allowedTags.includes(tag)) return [{ partName: `<${tag}>`, sourceText: `<${tag}` }];
	const allowedAttributes: readonly string[] =
		Object.entries(ALLOWED_HTML.allowedAttributes).find(([name]) => name === tag)?.[1] ?? [];
	return Object.entries(attributes).flatMap(([name, value]) => {
		if (allowedAttributes.includes(name)) {
			const isLost = name === 'href' && /^(?:(?!https:)[a-z][a-z\d+.-]*:|\/\/)/i.test(value.trim());
			return isLost ? [{ partName: `the link to "${value}"`, sourceText: value }] : [];
		}
		const partName = `${name} of <${tag}>`;
		return GENERATED_ATTRIBUTES.includes(partName) ? [] : [{ partName, sourceText: value }];
	});
}

export function markdownToHtml(markdown: string, language: Language): string {
	return sanitize(markdownParser.parse(markdown, { async: false }), {
		...ALLOWED_HTML,
		textFilter: (text, tag) => (tag === 'code' || tag === 'pre' ? text : typesetText(text, language))
	}).trim();
}

/** Inserts the non-breaking spaces that French puts before punctuation and units, which are hard to type. */
export function typesetText(text: string, language: Language): string {
	if (language !== 'fr') return text;
	return text
		.replace(/ ([;!?])/g, '\u202f$1')
		.replace(/ ([:»%])/g, '\u00a0$1')
		.replace(/« /g, '«\u00a0')
		.replace(/(\d) (?=(?:kJ|kg|km|g|h|min|s|c|°C|€)(?![\p{L}\d]))/gu, '$1\u00a0');
}
