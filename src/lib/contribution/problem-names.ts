import type { CardTextId, ProblemTrade, LaterCardTextId, NeededCardTextId } from '#lib/domain/problem-card.ts';
import type { ProblemStateKind } from '#lib/domain/problem-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { tradeName } from '#lib/ui/names.ts';

export const problemTradeName = (trade: ProblemTrade): string =>
	trade === 'other' ? m.problem_trade_other() : tradeName(trade);

const PROBLEM_STATE_NAMES: Record<ProblemStateKind, () => string> = {
	waiting: m.problem_state_waiting,
	open: m.problem_state_open,
	claimed: m.problem_state_claimed,
	lapsed: m.problem_state_lapsed,
	returned: m.problem_state_returned,
	declined: m.problem_state_declined
};
export const problemStateName = (state: ProblemStateKind): string => PROBLEM_STATE_NAMES[state]();

const CARD_TEXT_NAMES: Record<CardTextId, () => string> = {
	wrong: m.card_wrong,
	whom: m.card_whom,
	rule: m.card_rule,
	decides: m.card_decides_short,
	tried: m.card_tried_short,
	data: m.card_data_short,
	secret: m.card_secret_short
};
export const cardTextName = (text: CardTextId): string => CARD_TEXT_NAMES[text]();

/** Who fills in the card. `student`: a student who tells the problem of a person they know. */
export type ContributorKind = 'contributor' | 'student';

interface CardQuestion {
	label: () => string;
	hint: () => string;
}

export const NEEDED_CARD_QUESTIONS: Record<ContributorKind, Record<NeededCardTextId, CardQuestion>> = {
	contributor: {
		wrong: { label: m.tell_wrong, hint: m.tell_wrong_hint },
		whom: { label: m.tell_whom, hint: m.tell_whom_hint },
		rule: { label: m.tell_rule, hint: m.tell_rule_hint }
	},
	student: {
		wrong: { label: m.tell_wrong, hint: m.tell_student_wrong_hint },
		whom: { label: m.tell_whom, hint: m.tell_student_whom_hint },
		rule: { label: m.tell_student_rule, hint: m.tell_rule_hint }
	}
};

export const LATER_CARD_QUESTIONS: Record<LaterCardTextId, CardQuestion> = {
	decides: { label: m.card_decides, hint: m.card_decides_hint },
	tried: { label: m.card_tried, hint: m.card_tried_hint },
	data: { label: m.card_data, hint: m.card_data_hint },
	secret: { label: m.card_secret, hint: m.card_secret_hint }
};
