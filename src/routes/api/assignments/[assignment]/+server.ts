/** Returns an assignment to its student, because its page is rendered without personal data and fetches it here. */
import { askedAsMember } from '#lib/server/assignments/require-assignment.ts';
import { assignmentView } from '#lib/server/assignments/assignment-view.ts';
import { database } from '#lib/server/db/index.ts';
import { answer } from '#lib/server/work/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const now = new Date();
	const asking = await askedAsMember(event, 'assignment.see', now);
	if (asking.kind === 'refused') return asking.answer;
	const told = await assignmentView(database(), asking.assignment, asking.member, now);
	return answer({ kind: 'assignment', told });
};
