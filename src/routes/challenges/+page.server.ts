import { COURSE_NAMES, courseOfProgrammeEntry, PROGRAMME } from '#lib/domain/programme.ts';
import { findAssignmentsByChallenge } from '#lib/server/assignments/assignment-queries.ts';
import { listFirstSteps } from '#lib/server/classes/first-steps.ts';
import { database } from '#lib/server/db/index.ts';
import { listCatalogue } from '#lib/server/studio/catalogue/catalogue.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

/**
 * Loads the catalogue, and as the only personal data the assignments of the person's classes and a teacher's first steps. The copy kept for offline use is
 * fetched without a session, so it contains no personal data.
 */
export const load: PageServerLoad = async ({ locals: { person } }) => {
	const language = getLocale();
	const catalogue = await listCatalogue(database(), language);
	const ids = [...new Set(catalogue.flatMap(({ programme }) => programme))].sort();
	return {
		challenges: catalogue,
		firstSteps: await listFirstSteps(database(), person),
		given: await findAssignmentsByChallenge(database(), person, new Date()),
		programme: ids.map((id) => ({
			id: id as string,
			course: COURSE_NAMES[courseOfProgrammeEntry(id)][language],
			content: PROGRAMME[id].content[language]
		}))
	};
};
