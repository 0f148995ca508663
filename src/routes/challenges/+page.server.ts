import { challenges } from '#lib/server/content/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ challenges: await challenges(getLocale()) });
