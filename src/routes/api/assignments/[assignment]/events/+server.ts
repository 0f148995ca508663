import { permitAssignedStudent } from '#lib/server/assignments/require-assignment.ts';
import { checkApiRequest, syncResponder } from '#lib/server/http/api.ts';
import { openWatcherStream } from '#lib/server/realtime/watcher-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const request = await checkApiRequest(event, syncResponder, permitAssignedStudent('board.report'));
	if (request instanceof Response) return request;
	const { person, assignment, member } = request;
	const { id, classId } = assignment;
	return openWatcherStream(event, { view: 'own', account: person.id, classId, assignmentId: id, memberId: member.id });
};
