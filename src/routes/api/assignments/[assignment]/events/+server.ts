/** Streams to a student their own row and the debate. */
import { askedAsMember } from '#lib/server/assignments/require-assignment.ts';
import { answerWatcher } from '#lib/server/realtime/watcher-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const asking = await askedAsMember(event, 'board.report', new Date());
	if (asking.kind === 'refused') return asking.answer;
	const { person, assignment, member } = asking;
	const { id, classId } = assignment;
	return answerWatcher(event, { view: 'own', account: person.id, classId, assignment: id, member: member.id });
};
