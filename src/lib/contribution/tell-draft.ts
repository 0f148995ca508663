import * as v from 'valibot';
import { browserValueStore } from '#lib/browser-values.ts';
import { idSchema } from '#lib/domain/identity.ts';
import { parseWithSchema } from '#lib/domain/parse.ts';
import { EMPTY_PROBLEM_CARD, parseUnfinishedCard, PROBLEM_TRADES, type ProblemCard } from '#lib/domain/problem-card.ts';
import { problemCardDraftKey, problemPhotoStorageKey } from '#lib/domain/storage-keys.ts';
import { parsePhotoBase64, PHOTO_LIMITS, readPhotoBytes } from '#lib/domain/problem-photo.ts';
import { decodePicture, hasTooManyBytes, encodePictureUntilAccepted } from '#lib/ui/pictures/rewrite-picture.ts';

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

/** `account` is null for a visitor, whose draft everybody who uses this browser can read. */
export function loadTellDraft(account: string | null): TellDraft {
	const draft = parseWithSchema(tellDraftSchema, browserValueStore.readJson(problemCardDraftKey(account)));
	const card = parseUnfinishedCard(draft?.card);
	return draft && card ? { ...draft, card } : createEmptyTellDraft();
}

/** Removes the private link from a draft with an empty card: the next problem must not replace the one sent with that link. */
export function removeLinkFromEmptyDraft(draft: TellDraft): TellDraft {
	return JSON.stringify(draft.card) === JSON.stringify(EMPTY_PROBLEM_CARD) ? { ...draft, link: null } : draft;
}

export function saveTellDraft(account: string | null, draft: TellDraft): void {
	const hasNoText = JSON.stringify(removeLinkFromEmptyDraft(draft)) === JSON.stringify(createEmptyTellDraft());
	if (hasNoText) removeTellDraft(account);
	else browserValueStore.write(problemCardDraftKey(account), JSON.stringify(draft));
}

export const removeTellDraft = (account: string | null): void => browserValueStore.remove(problemCardDraftKey(account));

/** Why a file cannot be sent as a photo. `kind`: the file is not PNG, JPEG or WebP. */
export type PhotoRefusal = 'kind' | 'large' | 'broken';

/**
 * Encodes a file's pixels anew, smaller if needed, which removes what the file tells of place and camera. Returns base64, or why
 * the file is refused; never rejects.
 */
export async function encodePhotoFile(file: Blob): Promise<{ photo: string } | { refusal: PhotoRefusal }> {
	if (hasTooManyBytes(file)) return { refusal: 'large' };
	try {
		const decodedPicture = await decodePicture(new Uint8Array(await file.arrayBuffer()));
		if (decodedPicture === 'unknown') return { refusal: 'kind' };
		if (decodedPicture === 'large') return { refusal: 'large' };
		try {
			const rewrittenPicture = await encodePictureUntilAccepted(
				decodedPicture.bitmap,
				'image/jpeg',
				PHOTO_LIMITS.side,
				readPhotoBytes
			);
			return rewrittenPicture === undefined
				? { refusal: 'broken' }
				: { photo: rewrittenPicture.acceptedContent.content };
		} finally {
			decodedPicture.bitmap.close();
		}
	} catch {
		return { refusal: 'broken' };
	}
}

export const createPhotoDataUrl = (photo: string): string => `data:image/jpeg;base64,${photo}`;

export function loadDraftPhoto(account: string | null): string | null {
	const storedPhoto = browserValueStore.read(problemPhotoStorageKey(account));
	return storedPhoto === null ? null : (parsePhotoBase64(storedPhoto)?.content ?? null);
}

export function saveDraftPhoto(account: string | null, photo: string | null): void {
	if (photo === null) browserValueStore.remove(problemPhotoStorageKey(account));
	else browserValueStore.write(problemPhotoStorageKey(account), photo);
}
