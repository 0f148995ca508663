/** Renders the notices of docs/confidentialite as pages. */
import type { Language } from '#lib/domain/language.ts';
import { markdownToHtml } from '#lib/server/content/markdown.ts';

const noticeTexts = import.meta.glob<string>('/docs/confidentialite/*.md', {
	query: '?raw',
	import: 'default',
	eager: true
});

export interface PrivacyNotice {
	title: string;
	parts: { title: string; html: string }[];
}

export function readPrivacyNotice(
	name: 'registre' | 'notice-familles' | 'notice-families.en' | 'notice-metiers' | 'notice-tellers.en',
	language: Language
): PrivacyNotice {
	const [first = '', ...parts] = (noticeTexts[`/docs/confidentialite/${name}.md`] ?? '').split(/^## /m);
	const part = (text: string) => {
		const [title = '', ...body] = text.split('\n');
		return { title: title.replace(/^# /, ''), html: markdownToHtml(body.join('\n'), language) };
	};
	const { title, html } = part(first);
	return { title, parts: [{ title: '', html }, ...parts.map(part)] };
}
