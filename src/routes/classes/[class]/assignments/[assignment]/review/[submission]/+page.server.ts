import { error } from '@sveltejs/kit';
import { isId } from '#lib/domain/identity.ts';
import { m } from '#lib/paraglide/messages.js';
import { demandAssignmentAccess } from '#lib/server/assignments/require-assignment.ts';
import { database } from '#lib/server/db/index.ts';
import { findSubmissionForReview, reviewQueueOfAssignment } from '#lib/server/reviews/review-queue.ts';
import type { PageServerLoad } from './$types';

// Not prerendered: the content security policy names the shell's address, known only at run time.
export const prerender = false;

export const load: PageServerLoad = async (event) => {
	const { assignment } = await demandAssignmentAccess(event, 'review.write');
	const { submission } = event.params;
	const piece = isId(submission) ? await findSubmissionForReview(database(), assignment, submission) : undefined;
	// Not found: the student has taken the submission back, or it belongs to another assignment.
	if (!piece) error(404, m.review_absent());
	return { piece, queue: await reviewQueueOfAssignment(database(), assignment) };
};
