/** Binds a student's work to an assignment and returns the bound one, perhaps from another machine. */
import * as v from 'valibot';
import { isFor } from '#lib/domain/assignment.ts';
import { idSchema, SYNC_FORMAT } from '#lib/domain/sync.ts';
import { askedAsMember } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { readJson } from '#lib/server/http/json-body.ts';
import { membersHere } from '#lib/server/pairs/pair-session.ts';
import { beginStanding } from '#lib/server/board/begin.ts';
import { answer, refuse } from '#lib/server/work/api.ts';
import type { RequestHandler } from './$types';

const LARGEST = 500;
const Sent = v.strictObject({
	format: v.literal(SYNC_FORMAT),
	account: idSchema,
	work: idSchema,
	instead: v.optional(idSchema)
});

export const PUT: RequestHandler = async (event) => {
	const now = new Date();
	const asking = await askedAsMember(event, 'board.report', now);
	if (asking.kind === 'refused') return asking.answer;
	const body = await readJson(event.request, LARGEST);
	if (body.kind === 'refused') return refuse(body.reason);
	const sent = v.safeParse(Sent, body.value);
	if (!sent.success) return refuse('malformed');
	if (sent.output.account !== asking.person.id) return refuse('other-person');
	const here = await membersHere(database(), asking.person, asking.assignment.classId);
	const other = here.find(({ membership }) => membership !== asking.member.id && isFor(asking.assignment, membership));
	const begun = await beginStanding(
		database(),
		{
			assignmentId: asking.assignment.id,
			membershipId: asking.member.id,
			withMember: other?.membership,
			account: asking.person.id,
			workId: sent.output.work,
			step: '',
			instead: sent.output.instead
		},
		now
	);
	return begun.kind === 'bound' ? answer({ kind: 'bound', work: begun.workId }) : refuse('absent');
};
