import { getLocale } from '#lib/paraglide/runtime.js';
import { readPrivacyNotice } from '#lib/server/personal-data/notices.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const language = getLocale();
	return { notice: readPrivacyNotice(language === 'fr' ? 'notice-familles' : 'notice-families.en', language) };
};
