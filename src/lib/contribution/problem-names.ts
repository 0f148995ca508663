/** Names the trades, states and texts of problems. */
import type { CardTextId, ProblemTrade } from '#lib/domain/problem-card.ts';
import type { ProblemStateKind } from '#lib/domain/problem-state.ts';
import { m } from '#lib/paraglide/messages.js';
import { tradeName } from '#lib/ui/trades.ts';

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
