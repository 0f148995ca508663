import { LARGEST_PHOTO_REQUEST_BYTES, parseSentProblemPhoto } from '#lib/wire/contribution.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import {
	contributionResponder,
	countPrivateLinkMessageAttempt,
	readVisitorMessage
} from '#lib/server/contributions/limits.ts';
import { findProblemOfLink } from '#lib/server/contributions/told-problem.ts';
import { createPhotoResponse, removePhoto, storePhoto } from '#lib/server/contributions/photos.ts';
import { database } from '#lib/server/db/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const person = demandAccess(event, 'problem.follow');
	const followed = await findProblemOfLink(database(), event.params.link, person?.id);
	return createPhotoResponse(database(), followed?.id);
};

/** Stores a photo in place of the previous one; `photo: null` removes the photo. */
export const PUT: RequestHandler = async (event) => {
	const person = demandAccess(event, 'problem.follow');
	const message = await readVisitorMessage(event, contributionResponder, {
		largestBytes: LARGEST_PHOTO_REQUEST_BYTES,
		parse: parseSentProblemPhoto
	});
	if (message instanceof Response) return message;
	const followed = await findProblemOfLink(database(), event.params.link, person?.id);
	if (!followed) return contributionResponder.refuse('absent');
	if (message.photo === null) {
		await removePhoto(database(), followed.id);
		return contributionResponder.answer({ kind: 'kept' });
	}
	const seconds = await countPrivateLinkMessageAttempt(followed.id);
	if (seconds > 0) return contributionResponder.refuse('too-often', seconds);
	const isKept = await storePhoto(database(), followed.id, message.photo);
	return isKept ? contributionResponder.answer({ kind: 'kept' }) : contributionResponder.refuse('closed');
};
