import { listShellAddresses } from '#lib/server/shell/index.ts';
import type { PageServerLoad } from './$types';

// Not prerendered: the content security policy names the shell's address, known only at run time.
export const prerender = false;

export const load: PageServerLoad = ({ url }) => ({ shells: listShellAddresses(url) });
