import * as v from 'valibot';
import { TEMPLATE_LIBRARIES, PROJECT_TEMPLATES } from '#lib/domain/ready-made.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import type { PageServerLoad } from './$types';

export const prerender = false;

const templateSchema = v.fallback(
	v.picklist(['sketch', 'page', 'problem', 'problem-page', ...TEMPLATE_LIBRARIES, ...PROJECT_TEMPLATES]),
	'sketch'
);

export const load: PageServerLoad = ({ url }) => ({
	template: v.parse(templateSchema, url.searchParams.get('begin')),
	language: getLocale(),
	shells: listShellAddresses(url)
});
