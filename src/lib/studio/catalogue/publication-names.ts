import type {
	PublicationReviewPoint,
	PublicationVersion,
	PublicationAct,
	PublicationStateKind
} from '#lib/domain/publication.ts';
import { m } from '#lib/paraglide/messages.js';

const PUBLICATION_STATE_NAMES: Record<PublicationStateKind, () => string> = {
	draft: m.publication_state_draft,
	proposed: m.publication_state_proposed,
	'work-needed': m.publication_state_work_needed,
	'held-back': m.publication_state_held_back,
	published: m.publication_state_published,
	retired: m.publication_state_retired
};
export const publicationStateName = (state: PublicationStateKind): string => PUBLICATION_STATE_NAMES[state]();

const PUBLICATION_ACT_NAMES: Record<PublicationAct, (named: { version: string }) => string> = {
	propose: m.publication_act_propose,
	withdraw: m.publication_act_withdraw,
	agree: m.publication_act_agree,
	'ask-for-work': m.publication_act_ask_for_work,
	'hold-back': m.publication_act_hold_back,
	release: m.publication_act_release,
	retire: m.publication_act_retire,
	comment: m.publication_act_comment
};
export const publicationActName = (act: PublicationAct, version: string): string =>
	PUBLICATION_ACT_NAMES[act]({ version });

const REVIEW_POINT_TEXTS: Record<PublicationReviewPoint, { fullText: () => string; shortName: () => string }> = {
	truth: { fullText: m.publication_point_truth, shortName: m.publication_short_truth },
	dilemma: { fullText: m.publication_point_dilemma, shortName: m.publication_short_dilemma },
	language: { fullText: m.publication_point_language, shortName: m.publication_short_language },
	access: { fullText: m.publication_point_access, shortName: m.publication_short_access },
	licence: { fullText: m.publication_point_licence, shortName: m.publication_short_licence },
	persons: { fullText: m.publication_point_persons, shortName: m.publication_short_persons },
	neutral: { fullText: m.publication_point_neutral, shortName: m.publication_short_neutral }
};
export const reviewPointText = (point: PublicationReviewPoint): string => REVIEW_POINT_TEXTS[point].fullText();
export const reviewPointName = (point: PublicationReviewPoint): string => REVIEW_POINT_TEXTS[point].shortName();

export function explainAgreement({ firstAgreement }: Pick<PublicationVersion, 'firstAgreement'>): string {
	if (firstAgreement === null) return m.publication_agreed_none();
	const { part, name } = firstAgreement;
	return part === 'curator' ? m.publication_agreed_curator({ name }) : m.publication_agreed_teacher({ name });
}
