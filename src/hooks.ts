import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '#lib/paraglide/runtime.js';
import { currentPath } from './former-addresses.ts';

/** Routes do not know the language, so it is cut from the address; a former address leads to its route. */
export const reroute: Reroute = ({ url }) => currentPath(deLocalizeUrl(url).pathname);
