import { readPrivacyNotice } from '#lib/server/personal-data/notices.ts';
import type { PageServerLoad } from './$types';

/** Loads the entry for a school's register of processing; always in French, as French schools keep it. */
export const load: PageServerLoad = () => ({ notice: readPrivacyNotice('registre', 'fr') });
