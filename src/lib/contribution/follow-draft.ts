/** Keeps in this browser what is written on the page of a private link, until it is sent. */
import { browserValues } from '#lib/browser-values.ts';
import { followDraftKeyPrefix } from '#lib/domain/teller-storage-keys.ts';

/** Where a draft belongs: whose it is, as for a problem that is being told, on which page, and in which form. */
export interface FollowDraftPlace {
	account: string | null;
	/** Token of the private link, or the problem's id on the page of an account. */
	link: string;
	form: 'card' | 'reply';
}

const keyOf = ({ account, link, form }: FollowDraftPlace): string => `${followDraftKeyPrefix(account)}${link}.${form}`;

export const loadFollowDraft = (place: FollowDraftPlace): string => browserValues.read(keyOf(place)) ?? '';

/** Returns the value of a draft that is JSON; null when there is none. */
export const loadFollowCard = (place: FollowDraftPlace): unknown => browserValues.readJson(keyOf(place));

/** Stores the draft, or removes it when `text` is empty. */
export function saveFollowDraft(place: FollowDraftPlace, text: string): void {
	if (text === '') browserValues.remove(keyOf(place));
	else browserValues.write(keyOf(place), text);
}
