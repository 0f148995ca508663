import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { reviewQueueOfAssignment } from '#lib/server/reviews/review-queue.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { assignment } = await demandAssignmentAccess(event, 'review.write');
	return { queue: await reviewQueueOfAssignment(database(), assignment) };
};
