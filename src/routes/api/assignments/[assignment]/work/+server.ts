import { isAssignedTo } from '#lib/domain/assignment.ts';
import { parseSentWorkBinding } from '#lib/wire/sync.ts';
import { permitAssignedStudent } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { readApiMessage, syncResponder } from '#lib/server/http/api.ts';
import { findMembersAtMachine } from '#lib/server/pairs/pair-session.ts';
import { bindWorkToAssignment } from '#lib/server/board/bind-work.ts';
import type { RequestHandler } from './$types';

const LARGEST_REQUEST_BYTES = 500;

export const PUT: RequestHandler = async (event) => {
	const now = new Date();
	const request = await readApiMessage(event, syncResponder, permitAssignedStudent('board.report', now), {
		largestBytes: LARGEST_REQUEST_BYTES,
		parse: parseSentWorkBinding
	});
	if (request instanceof Response) return request;
	const { person, assignment, member, body } = request;
	const here = await findMembersAtMachine(database(), person, assignment.classId);
	const other = here.find(({ membership }) => membership !== member.id && isAssignedTo(assignment, membership));
	const bound = await bindWorkToAssignment(
		database(),
		{
			assignmentId: assignment.id,
			membershipId: member.id,
			withMember: other?.membership,
			account: person.id,
			workId: body.work,
			step: '',
			lostWorkId: body.instead
		},
		now
	);
	return bound.kind === 'bound'
		? syncResponder.answer({ kind: 'bound', work: bound.workId })
		: syncResponder.refuse('absent');
};
