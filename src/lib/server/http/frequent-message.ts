/** Checks messages that students send often (progress reports, debate choices) before the database is asked. */
import type { AccessAction } from '#lib/domain/access.ts';
import { isId } from '#lib/domain/identity.ts';
import { readApiMessage, syncResponder, permitByRoleAssumingRelations, type ApiRequestEvent } from './api.ts';
import { BurstLimit } from '#lib/server/rate-limit/burst-limit.ts';

/** Largest message in bytes: enough for a few hundred ids. */
const LARGEST_MESSAGE_BYTES = 20_000;
const frequentMessageLimit = new BurstLimit();

/** Checks and parses a message. Whether the assignment is given to the student is left to each database statement. */
export async function receiveFrequentMessage<Sent extends { account: string }>(
	event: ApiRequestEvent,
	action: Extract<AccessAction, 'board.report' | 'debate.take-part'>,
	parse: (input: unknown) => Sent | undefined
) {
	const { assignment: assignmentId = '' } = event.params;
	return readApiMessage(
		event,
		syncResponder,
		async (person, refuse) => {
			const permission = await permitByRoleAssumingRelations(action, 'member')(person, refuse, event);
			if (permission instanceof Response) return permission;
			return isId(assignmentId) ? { assignmentId } : refuse('absent');
		},
		{
			// This refusal has no body, so that the browser sends a debate choice again; a choice refused in Braise's format is
			// dropped.
			limit: ({ id }) =>
				frequentMessageLimit.isTooOften(id, Date.now())
					? new Response(null, { status: 429, headers: { 'retry-after': '10' } })
					: undefined,
			largestBytes: LARGEST_MESSAGE_BYTES,
			parse
		}
	);
}
