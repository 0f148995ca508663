import { assignmentsOfClass } from '#lib/server/assignments/assignment-queries.ts';
import { demandClassAccess } from '#lib/server/classes/require-class.ts';
import { database } from '#lib/server/db/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolClass } = await demandClassAccess(event, 'class.read');
	return {
		schoolClass,
		assignments: await assignmentsOfClass(database(), schoolClass.id),
		hasRemovedAssignment: event.url.searchParams.has('removed')
	};
};
