/** Words the card's questions, for a teller or for a student who tells somebody else's problem. */
import type { LaterCardTextId, NeededCardTextId } from '#lib/domain/problem-card.ts';
import { m } from '#lib/paraglide/messages.js';

/** Who fills in the card. `student`: a student who tells the problem of a person they know. */
export type TellerKind = 'teller' | 'student';

interface CardQuestion {
	label: () => string;
	hint: () => string;
}

export const NEEDED_CARD_QUESTIONS: Record<TellerKind, Record<NeededCardTextId, CardQuestion>> = {
	teller: {
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
