import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '#lib/paraglide/runtime.js';
import { replaceFormerPath } from './former-addresses.ts';

/**
 * Finds the route of an address: the language is cut off, because routes do not know it, and a former address leads to its current route.
 */
export const reroute: Reroute = ({ url }) => replaceFormerPath(deLocalizeUrl(url).pathname);
