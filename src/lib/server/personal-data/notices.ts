import type { Language } from '#lib/domain/language.ts';
import { markdownToHtml } from '#lib/server/content/markdown.ts';
import { environment } from '#lib/server/environment.ts';

const privacyNoticeTexts = import.meta.glob<string>('/docs/confidentialite/*.md', {
	query: '?raw',
	import: 'default',
	eager: true
});

/**
 * Matches the placeholder for the site's contact in the notices. Schools fill in the other placeholders in brackets, on paper.
 */
const SITE_CONTACT_PLACEHOLDER_PATTERN = /\[contact (?:du site|of the site)\]/g;
const DEFAULT_SITE_CONTACT: Record<Language, string> = {
	fr: 'l’établissement qui tient ce site',
	en: 'the school that runs this site'
};

export interface PrivacyNotice {
	title: string;
	parts: { title: string; html: string }[];
}

export function readPrivacyNotice(
	name: 'registre' | 'notice-familles' | 'notice-families.en' | 'notice-metiers' | 'notice-tellers.en',
	language: Language,
	contact = environment().contact
): PrivacyNotice {
	// The contact is escaped, because it is written as plain text and not as Markdown.
	const siteContact = contact?.replace(/[\\`*_{}[\]()<>#+!|]/g, String.raw`\$&`) ?? DEFAULT_SITE_CONTACT[language];
	const text = (privacyNoticeTexts[`/docs/confidentialite/${name}.md`] ?? '').replace(
		SITE_CONTACT_PLACEHOLDER_PATTERN,
		() => siteContact
	);
	const [first = '', ...parts] = text.split(/^## /m);
	const renderNoticePart = (text: string) => {
		const [title = '', ...body] = text.split('\n');
		return { title: title.replace(/^# /, ''), html: markdownToHtml(body.join('\n'), language) };
	};
	const { title, html } = renderNoticePart(first);
	return { title, parts: [{ title: '', html }, ...parts.map(renderNoticePart)] };
}
