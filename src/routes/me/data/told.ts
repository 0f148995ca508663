/** Each thing that is kept, as a sentence, with who sees it and until when. */
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Outline } from '#lib/server/personal-data/outline.ts';
import { pisteName } from '#lib/ui/pistes.ts';
import { day } from '#lib/ui/when.ts';

export interface Told {
	what: string;
	who: string;
	until: string;
}

export function told(kept: Outline): Told[] {
	const { account } = kept;
	const date = (moment: Date) => day(moment, getLocale());
	const self = account.isStudent ? m.data_you() : m.data_self_adult();
	const untilAccount = account.endsAt ? m.data_until_date({ date: date(account.endsAt) }) : m.data_until_account();
	const days = Math.max(0, ...kept.classes.map(({ retentionDays }) => retentionDays));
	const untilClass = m.data_until_class({ days });
	const one = (who: string, until: string) => (what: string) => ({ what, who, until });
	const ofClass = one(m.data_you_teachers(), untilClass);
	const ofAccount = one(self, untilAccount);
	const passwords = kept.providers.filter((provider) => provider === 'credential');
	const others = kept.providers.filter((provider) => provider !== 'credential');
	return [
		account.isStudent
			? one(self, untilAccount)(m.data_account_student({ date: date(account.createdAt) }))
			: one(
					m.data_you_adult(),
					untilAccount
				)(m.data_account_adult({ name: account.name, email: account.email, date: date(account.createdAt) })),
		...(account.application
			? [one(m.data_you_adult(), untilAccount)(m.data_application({ text: account.application }))]
			: []),
		...passwords.map(() => one(m.data_nobody(), untilAccount)(m.data_password())),
		...others.map((provider) => ofAccount(m.data_openid({ provider }))),
		...kept.signedIn.map(({ createdAt, expiresAt }) =>
			one(self, m.data_until_date({ date: date(expiresAt) }))(m.data_session({ date: date(createdAt) }))
		),
		...kept.classes.map(({ name, pseudonym, retentionDays }) =>
			one(m.data_you_class(), m.data_until_class({ days: retentionDays }))(m.data_class({ pseudonym, name }))
		),
		...kept.levels.map(({ piste, note }) => ofClass(m.data_level({ piste: pisteName(piste), note }))),
		...kept.standings.map(({ step }) => ofClass(m.data_standing({ step }))),
		...kept.submissions.map(({ handedInAt }) => ofClass(m.data_submission({ date: date(handedInAt) }))),
		...(kept.debates > 0 ? [one(m.data_you_teachers(), m.data_until_debate())(m.data_debate())] : []),
		...kept.works.map(({ kind, challenge, title, versions }) =>
			ofAccount(m.data_work({ title: title || nameOf(kind, challenge), count: versions }))
		),
		...kept.teaching.map(({ name }) => ofAccount(m.data_teaching({ name }))),
		...kept.comments.map((text) => ofAccount(m.data_comment({ text })))
	];
}

const nameOf = (kind: string, challenge: string | null): string =>
	kind === 'challenge' && challenge ? m.data_work_challenge({ id: challenge }) : m.data_work_project();
