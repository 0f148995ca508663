/** Keeps a problem that is being told in this browser until it is sent. */
import * as v from 'valibot';
import { browserValues } from '#lib/browser-values.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { parse } from '#lib/domain/parse.ts';
import { EMPTY_PROBLEM_CARD, parseUnfinishedCard, PROBLEM_TRADES, type ProblemCard } from '#lib/domain/problem-card.ts';
import { tellDraftKey } from '#lib/domain/teller-storage-keys.ts';

export interface TellDraft {
	card: ProblemCard;
	trade: (typeof PROBLEM_TRADES)[number];
	place: string;
	name: string;
	contact: string;
	/** Token of the private link, from the first time that the problem is sent: its answer may be lost, though the problem arrived. */
	link: string | null;
}

export const createEmptyTellDraft = (): TellDraft => ({
	card: EMPTY_PROBLEM_CARD,
	trade: 'other',
	place: '',
	name: '',
	contact: '',
	link: null
});

const draftSchema = v.object({
	card: v.unknown(),
	trade: v.picklist(PROBLEM_TRADES),
	place: v.string(),
	name: v.string(),
	contact: v.string(),
	// Drafts of an earlier page have none.
	link: v.optional(v.nullable(idSchema), null)
});

/**
 * Reads the draft. `account` is null for a visitor, whose draft anybody at this browser can read, like everything else that visitors type
 * here.
 */
export function loadTellDraft(account: string | null): TellDraft {
	const draft = parse(draftSchema, browserValues.readJson(tellDraftKey(account)));
	const card = parseUnfinishedCard(draft?.card);
	return draft && card ? { ...draft, card } : createEmptyTellDraft();
}

/** Removes the private link when the card is empty: what is told next is another problem, which must not replace the one that was sent. */
export function dropUnusedLink(draft: TellDraft): TellDraft {
	return JSON.stringify(draft.card) === JSON.stringify(EMPTY_PROBLEM_CARD) ? { ...draft, link: null } : draft;
}

/** Stores the draft, or removes it when nothing is written on the page. */
export function saveTellDraft(account: string | null, draft: TellDraft): void {
	const hasNoText = JSON.stringify(dropUnusedLink(draft)) === JSON.stringify(createEmptyTellDraft());
	if (hasNoText) forgetTellDraft(account);
	else browserValues.write(tellDraftKey(account), JSON.stringify(draft));
}

export const forgetTellDraft = (account: string | null): void => browserValues.remove(tellDraftKey(account));
