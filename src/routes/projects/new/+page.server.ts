/** Loads the kind of project that the address asks for. */
import * as v from 'valibot';
import { BEGINNING_LIBRARIES, PROJECT_BEGINNINGS } from '#lib/domain/ready-made.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import type { PageServerLoad } from './$types';

export const prerender = false;

const beginningSchema = v.fallback(
	v.picklist(['sketch', 'page', 'problem', 'problem-page', ...BEGINNING_LIBRARIES, ...PROJECT_BEGINNINGS]),
	'sketch'
);

export const load: PageServerLoad = ({ url }) => ({
	beginning: v.parse(beginningSchema, url.searchParams.get('begin')),
	language: getLocale(),
	shells: listShellAddresses(url)
});
