import { getLocale } from '#lib/paraglide/runtime.js';
import { listShellAddresses } from '#lib/server/shell/index.ts';
import type { PageServerLoad } from './$types';

// Not prerendered: the content security policy names the shell's address, known only at run time.
export const prerender = false;

// The browser opens the project from its own storage, so nothing of the project is loaded here.
export const load: PageServerLoad = ({ params, url }) => ({
	work: params.work,
	language: getLocale(),
	shells: listShellAddresses(url)
});
