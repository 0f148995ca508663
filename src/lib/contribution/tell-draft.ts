/** Stores the draft of a problem in this browser until the problem is sent. */
import * as v from 'valibot';
import { browserValueStore } from '#lib/browser-values.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { EMPTY_PROBLEM_CARD, parseUnfinishedCard, PROBLEM_TRADES, type ProblemCard } from '#lib/domain/problem-card.ts';
import { problemCardDraftKey } from '#lib/domain/storage-keys.ts';

export interface TellDraft {
	card: ProblemCard;
	trade: (typeof PROBLEM_TRADES)[number];
	place: string;
	name: string;
	contact: string;
	/** Token of the private link, set when the problem is first sent: if the answer is lost, the problem is sent again with it. */
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

const tellDraftSchema = v.object({
	card: v.unknown(),
	trade: v.picklist(PROBLEM_TRADES),
	place: v.string(),
	name: v.string(),
	contact: v.string(),
	// Drafts stored by earlier versions of the page have no link.
	link: v.optional(v.nullable(idSchema), null)
});

/**
 * Returns the stored draft, or an empty one. `account` is null for a visitor, whose draft everybody who uses this browser can
 * read.
 */
export function loadTellDraft(account: string | null): TellDraft {
	const draft = parseWithSchema(tellDraftSchema, browserValueStore.readJson(problemCardDraftKey(account)));
	const card = parseUnfinishedCard(draft?.card);
	return draft && card ? { ...draft, card } : createEmptyTellDraft();
}

/** Removes the private link from a draft with an empty card: the next problem must not replace the one sent with that link. */
export function removeLinkFromEmptyDraft(draft: TellDraft): TellDraft {
	return JSON.stringify(draft.card) === JSON.stringify(EMPTY_PROBLEM_CARD) ? { ...draft, link: null } : draft;
}

/** Stores the draft, or removes the stored draft when nothing is written in it. */
export function saveTellDraft(account: string | null, draft: TellDraft): void {
	const hasNoText = JSON.stringify(removeLinkFromEmptyDraft(draft)) === JSON.stringify(createEmptyTellDraft());
	if (hasNoText) removeTellDraft(account);
	else browserValueStore.write(problemCardDraftKey(account), JSON.stringify(draft));
}

export const removeTellDraft = (account: string | null): void => browserValueStore.remove(problemCardDraftKey(account));
