import { COURSE_NAMES, courseOf, PROGRAMME } from '#lib/domain/programme.ts';
import { givenTo } from '#lib/server/assignments/assigned-challenges.ts';
import { challenges } from '#lib/server/content/index.ts';
import { database } from '#lib/server/db/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

/** Of a person there is only what their own classes do; the page that is kept is asked for without a session, and has none of it. */
export const load: PageServerLoad = async ({ locals: { person } }) => {
	const language = getLocale();
	const listed = await challenges(language);
	const ids = [...new Set(listed.flatMap(({ programme }) => programme))].sort();
	return {
		challenges: listed,
		given: await givenTo(database(), person, new Date()),
		/** Entries that some challenge has, by their headings. */
		programme: ids.map((id) => ({
			id: id as string,
			course: COURSE_NAMES[courseOf(id)][language],
			content: PROGRAMME[id].content[language]
		}))
	};
};
