import { noticeOf } from '#lib/server/personal-data/notices.ts';
import type { PageServerLoad } from './$types';

/** In French whatever the page's language: it is for a French school's register. */
export const load: PageServerLoad = () => ({ notice: noticeOf('registre', 'fr') });
