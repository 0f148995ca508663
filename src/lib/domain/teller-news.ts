/** News of a problem that are mailed to its teller: their kinds, the address, and the pause between two mails. */
import * as v from 'valibot';
import { parseEmail } from './adult.ts';
import { parseWithSchema } from './parse.ts';

/** Kinds of news. `shown`: a version of the challenge can be tried. `summary`: a class sent its debate's summary. */
const TELLER_NEWS_KINDS = ['question', 'claim', 'decline', 'shown', 'published', 'summary'] as const;
export type TellerNews = (typeof TELLER_NEWS_KINDS)[number];

/** Minutes between two mails about one problem; news that come in between go into the second mail. */
const TELLER_MAIL_PAUSE_MINUTES = 60;

const tellerNewsSchema = v.array(v.picklist(TELLER_NEWS_KINDS));

/** Reads news from the database; empty for a row that another version of Braise wrote. */
export const parseTellerNews = (input: unknown): TellerNews[] => parseWithSchema(tellerNewsSchema, input) ?? [];

/** Returns the news of all lists, each once, in the order of TELLER_NEWS_KINDS. */
export const mergeTellerNews = (...parts: TellerNews[][]): TellerNews[] =>
	TELLER_NEWS_KINDS.filter((news) => parts.some((part) => part.includes(news)));

/** Returns the only email address of a contact; undefined for none, and for several, of which nobody knows which is meant. */
export function parseContactEmail(contact: string): string | undefined {
	const addresses = contact.split(/[\s,;:<>()[\]"]+/).flatMap((part) => parseEmail(part.replace(/\.$/, '')) ?? []);
	return addresses.length === 1 ? addresses[0] : undefined;
}

/** Returns the seconds until the next mail about a problem may leave. */
export function computeSecondsUntilMail(sentAt: Date | null, now: Date): number {
	if (sentAt === null) return 0;
	return Math.max(0, Math.ceil((sentAt.getTime() - now.getTime()) / 1000) + TELLER_MAIL_PAUSE_MINUTES * 60);
}
