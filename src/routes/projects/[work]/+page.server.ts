import { getLocale } from '#lib/paraglide/runtime.js';
import { shellAddresses } from '#lib/server/shell/index.ts';
import type { PageServerLoad } from './$types';

// A page with a frame: its policy names the shell's address, which is known only at run time.
export const prerender = false;

// What the project is, this server never learns: it is kept in the browser.
export const load: PageServerLoad = ({ params, url }) => ({
	work: params.work,
	language: getLocale(),
	shells: shellAddresses(url)
});
