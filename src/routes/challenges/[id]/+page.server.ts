import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { challenge } from '#lib/server/content/index.ts';
import { shellAddresses } from '#lib/server/shell/index.ts';
import type { PageServerLoad } from './$types';

// A page with a frame: its policy names the shell's address, which is known only at run time.
export const prerender = false;

export const load: PageServerLoad = async ({ params, url }) => {
	const found = await challenge(params.id);
	if (!found) error(404, m.challenge_unknown());
	return { challenge: found, language: getLocale(), shells: shellAddresses(url) };
};
