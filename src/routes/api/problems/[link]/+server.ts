/** Takes the completed card of a problem by its private link. */
import { LARGEST_CONTRIBUTION, parseSentCard } from '#lib/wire/contribution.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { contributionReply } from '#lib/server/contributions/api-reply.ts';
import { completeCard, findFollowed } from '#lib/server/contributions/follow.ts';
import { countFollowing } from '#lib/server/contributions/limits.ts';
import { database } from '#lib/server/db/index.ts';
import { visitorMessage } from '#lib/server/http/visitor-message.ts';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = async (event) => {
	const person = demandAccess(event, 'problem.follow');
	const sent = await visitorMessage(event, contributionReply, {
		largestBytes: LARGEST_CONTRIBUTION,
		parse: parseSentCard
	});
	if (sent instanceof Response) return sent;
	const followed = await findFollowed(database(), event.params.link, person?.id);
	if (!followed) return contributionReply.refuse('absent');
	const seconds = await countFollowing(followed.id);
	if (seconds > 0) return contributionReply.refuse('too-often', seconds);
	const isKept = await completeCard(database(), followed.id, sent.card);
	return isKept ? contributionReply.answer({ kind: 'kept' }) : contributionReply.refuse('closed');
};
