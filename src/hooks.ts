import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '#lib/paraglide/runtime.js';

/** The language stands in the address; routes know nothing of it. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
