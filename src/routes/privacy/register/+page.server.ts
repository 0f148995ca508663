/** Loads the entry for a school's register of data processing; always in French, for French schools. */
import { readPrivacyNotice } from '#lib/server/personal-data/notices.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ notice: readPrivacyNotice('registre', 'fr') });
