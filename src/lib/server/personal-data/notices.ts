/** Renders the notices of docs/confidentialite as pages. */
import type { Language } from '#lib/domain/language.ts';
import { markdownToHtml } from '#lib/server/content/markdown.ts';
import { environment } from '#lib/server/environment.ts';

const noticeTexts = import.meta.glob<string>('/docs/confidentialite/*.md', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** Stands in the notices where a site's contact belongs. What else is in brackets is filled in by each school, on paper. */
const SITE_CONTACT = /\[contact (?:du site|of the site)\]/g;
const SITE_KEEPER: Record<Language, string> = {
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
	// Escaped, because the owner of a machine writes text and not markup.
	const siteContact = contact?.replace(/[\\`*_{}[\]()<>#+!|]/g, String.raw`\$&`) ?? SITE_KEEPER[language];
	const text = (noticeTexts[`/docs/confidentialite/${name}.md`] ?? '').replace(SITE_CONTACT, () => siteContact);
	const [first = '', ...parts] = text.split(/^## /m);
	const readPart = (text: string) => {
		const [title = '', ...body] = text.split('\n');
		return { title: title.replace(/^# /, ''), html: markdownToHtml(body.join('\n'), language) };
	};
	const { title, html } = readPart(first);
	return { title, parts: [{ title: '', html }, ...parts.map(readPart)] };
}
