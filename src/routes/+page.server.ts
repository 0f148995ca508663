import { challenges } from '#lib/server/content/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const language = getLocale();
	const [first] = await challenges(language);
	return { first };
};
