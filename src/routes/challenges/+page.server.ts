import { COURSE_NAMES, courseOf, PROGRAMME } from '#lib/domain/programme.ts';
import { challenges } from '#lib/server/content/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const language = getLocale();
	const listed = await challenges(language);
	const ids = [...new Set(listed.flatMap(({ programme }) => programme))].sort();
	return {
		challenges: listed,
		/** Entries that some challenge has, by their headings. */
		programme: ids.map((id) => ({
			id: id as string,
			course: COURSE_NAMES[courseOf(id)][language],
			content: PROGRAMME[id].content[language]
		}))
	};
};
