import type { Person } from '#lib/domain/access.ts';
import { type SentProblem, contributionApi } from '#lib/wire/contribution.ts';
import { hashLinkToken } from '#lib/server/auth/one-time-link.ts';
import { database } from '#lib/server/db/index.ts';
import {
	attemptKey,
	countAttempt,
	PRIVATE_LINK_MESSAGE_LIMIT,
	INVITED_PROBLEM_LIMIT,
	UNINVITED_PROBLEM_LIMIT
} from '#lib/server/rate-limit/attempts.ts';
import { findProblemInvitation } from './invitations.ts';
import { createApiResponder } from '#lib/server/http/api.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { type ApiResponder, isFromOwnPage, readJsonBody } from '../http/api.ts';

type VisitorMessageRefusalReason = 'other-site' | 'not-json' | 'malformed' | 'too-large';

/** Returns the parsed message, or the refusal. The route must already have demanded access. */
export async function readVisitorMessage<Sent extends object>(
	{ request, url }: Pick<RequestEvent, 'request' | 'url'>,
	{ refuse }: ApiResponder<VisitorMessageRefusalReason>,
	{ largestBytes, parse }: { largestBytes: number; parse: (input: unknown) => Sent | undefined }
): Promise<Sent | Response> {
	if (!isFromOwnPage(request.headers, url.origin)) return refuse('other-site');
	const body = await readJsonBody(request, largestBytes);
	if (body.kind === 'refused') return refuse(body.reason);
	return parse(body.value) ?? refuse('malformed');
}

export const contributionResponder = createApiResponder(contributionApi);

/** Counts a told problem, by account, by invitation, or for everyone else together. Returns 0, or the seconds to wait. */
export async function countProblemTellingAttempt(sent: SentProblem, person: Person | null, now: Date): Promise<number> {
	if (person !== null) return countAttempt(attemptKey('telling', `account ${person.id}`), INVITED_PROBLEM_LIMIT);
	const { invitation } = sent;
	if (invitation !== null && (await findProblemInvitation(database(), invitation, now)) !== undefined)
		return countAttempt(attemptKey('telling', `invitation ${hashLinkToken(invitation)}`), INVITED_PROBLEM_LIMIT);
	return countAttempt(attemptKey('telling', 'uninvited'), UNINVITED_PROBLEM_LIMIT);
}

export const countPrivateLinkMessageAttempt = (problem: string): Promise<number> =>
	countAttempt(attemptKey('telling', `link ${problem}`), PRIVATE_LINK_MESSAGE_LIMIT);
