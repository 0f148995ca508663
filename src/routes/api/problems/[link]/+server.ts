import { LARGEST_CARD_REQUEST_BYTES, parseSentProblemCard } from '#lib/wire/contribution.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import {
	contributionResponder,
	countPrivateLinkMessageAttempt,
	readVisitorMessage
} from '#lib/server/contributions/limits.ts';
import { storeCompletedCard, findProblemOfLink } from '#lib/server/contributions/told-problem.ts';
import { database } from '#lib/server/db/index.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const person = demandAccess(event, 'problem.follow');
	const message = await readVisitorMessage(event, contributionResponder, {
		largestBytes: LARGEST_CARD_REQUEST_BYTES,
		parse: parseSentProblemCard
	});
	if (message instanceof Response) return message;
	const followed = await findProblemOfLink(database(), event.params.link, person?.id);
	if (!followed) return contributionResponder.refuse('absent');
	const seconds = await countPrivateLinkMessageAttempt(followed.id);
	if (seconds > 0) return contributionResponder.refuse('too-often', seconds);
	const isKept = await storeCompletedCard(database(), followed.id, message.card);
	return isKept ? contributionResponder.answer({ kind: 'kept' }) : contributionResponder.refuse('closed');
};
