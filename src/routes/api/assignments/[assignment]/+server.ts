/** Returns an assignment to a student; the assignment's page is rendered without it and fetches it here. */
import { permitAssignedStudent } from '#lib/server/assignments/require-assignment.ts';
import { readStudentAssignment } from '#lib/server/assignments/assignment-view.ts';
import { database } from '#lib/server/db/index.ts';
import { checkApiRequest, syncResponder } from '#lib/server/http/api.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const now = new Date();
	const request = await checkApiRequest(event, syncResponder, permitAssignedStudent('assignment.see', now));
	if (request instanceof Response) return request;
	const assignment = await readStudentAssignment(database(), request.assignment, request.member, now);
	return syncResponder.answer({ kind: 'assignment', told: assignment });
};
