/** Finds the route of an address. */
import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '#lib/paraglide/runtime.js';
import { replaceFormerPath } from './former-addresses.ts';

/**
 * Returns the path by which the route of an address is found: without the language, which routes do not contain, and with
 * former addresses replaced by current ones.
 */
export const reroute: Reroute = ({ url }) => replaceFormerPath(deLocalizeUrl(url).pathname);
