/** Stores in this browser what a teller writes on the page of a told problem, until it is sent. */
import { browserValueStore } from '#lib/browser-values.ts';
import { privateLinkDraftKeyPrefix } from '#lib/domain/storage-keys.ts';

/** Identifies a draft: whose it is (null for a visitor), on which problem's page, and in which form. */
export interface ProblemPageDraftKey {
	account: string | null;
	/** Token of the private link, or the problem's id on the page that an account opens. */
	link: string;
	form: 'card' | 'reply';
}

const problemPageStorageKey = ({ account, link, form }: ProblemPageDraftKey): string =>
	`${privateLinkDraftKeyPrefix(account)}${link}.${form}`;

export const loadProblemPageDraft = (place: ProblemPageDraftKey): string =>
	browserValueStore.read(problemPageStorageKey(place)) ?? '';

/** Returns the stored draft of a card as parsed JSON; null when there is none. */
export const loadCardDraft = (place: ProblemPageDraftKey): unknown =>
	browserValueStore.readJson(problemPageStorageKey(place));

/** Stores the draft, or removes it when `text` is empty. */
export function saveProblemPageDraft(place: ProblemPageDraftKey, text: string): void {
	if (text === '') browserValueStore.remove(problemPageStorageKey(place));
	else browserValueStore.write(problemPageStorageKey(place), text);
}
