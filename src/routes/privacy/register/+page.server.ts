import { readPrivacyNotice } from '#lib/server/personal-data/notices.ts';
import type { PageServerLoad } from './$types';

/** Always in French, for a French school's register. */
export const load: PageServerLoad = () => ({ notice: readPrivacyNotice('registre', 'fr') });
