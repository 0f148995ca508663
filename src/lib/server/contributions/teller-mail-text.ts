/** Writes the text of a mail to a teller: what happened and where to read it, without quoting anybody. */
import type { TellerNews } from '#lib/domain/problem-state.ts';
import type { Language } from '#lib/domain/language.ts';
import { m } from '#lib/paraglide/messages.js';
import { localizeHref } from '#lib/localize-href.ts';
import { environment } from '#lib/server/environment.ts';
import type { Mail } from '#lib/server/mail/transport.ts';
import type { ProblemRow } from './problem-rows.ts';

type LocaleOptions = { locale: Language };

const TELLER_NEWS_TEXTS: Record<TellerNews, (values: Record<string, never>, options: LocaleOptions) => string> = {
	question: m.teller_mail_question,
	claim: m.teller_mail_claim,
	decline: m.teller_mail_decline,
	shown: m.teller_mail_shown,
	published: m.teller_mail_published,
	summary: m.teller_mail_summary
};

/**
 * Writes the mail in the language in which the problem was told. Only a hash of the private link is stored, so the mail names
 * the beginning of its address, by which the teller finds the link.
 */
export function writeTellerMailText(
	{ language, createdAt, tellerAccount }: Pick<ProblemRow, 'language' | 'createdAt' | 'tellerAccount'>,
	tellerNews: TellerNews[]
): Pick<Mail, 'subject' | 'text'> {
	const localeOptions: LocaleOptions = { locale: language };
	const addressOf = (path: string) => `${environment().origin ?? ''}${localizeHref(path, localeOptions)}`;
	const toldDate = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(createdAt);
	const paragraphs = [
		m.teller_mail_hello({ date: toldDate }, localeOptions),
		tellerNews.map((one) => `- ${TELLER_NEWS_TEXTS[one]({}, localeOptions)}`).join('\n'),
		m.teller_mail_link({ address: addressOf('/follow/') }, localeOptions),
		...(tellerAccount === null ? [] : [m.teller_mail_page({ address: addressOf('/me') }, localeOptions)]),
		m.teller_mail_end({}, localeOptions)
	];
	return { subject: m.teller_mail_subject({}, localeOptions), text: `${paragraphs.join('\n\n')}\n` };
}
