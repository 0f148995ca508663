import { shellAddresses } from '#lib/server/shell/index.ts';
import type { PageServerLoad } from './$types';

// A page with a frame: its policy names the shell's address, which is known only at run time.
export const prerender = false;

export const load: PageServerLoad = ({ url }) => ({ shells: shellAddresses(url) });
