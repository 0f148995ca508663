/** Streams an assignment's events to a teacher's page, for the view that `?view=` names. */
import { error } from '@sveltejs/kit';
import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { openWatcherStream } from '#lib/server/realtime/watcher-response.ts';
import type { RequestHandler } from './$types';

const TEACHER_EVENT_VIEWS = ['board', 'debate', 'projector', 'class'] as const;

export const GET: RequestHandler = async (event) => {
	const { person, assignment } = await demandAssignmentAccess(event, 'board.watch');
	const view = TEACHER_EVENT_VIEWS.find((one) => one === event.url.searchParams.get('view'));
	if (!view) error(400);
	const { id, classId } = assignment;
	return openWatcherStream(event, { view, account: person.id, classId, assignmentId: id, memberId: undefined });
};
