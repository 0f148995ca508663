import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '#lib/paraglide/runtime.js';

/** Routes do not know the language, so it is cut from the address. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
