import type { Reroute } from '@sveltejs/kit';
import { replaceFormerPath } from './former-addresses.ts';

/**
 * The language at the start of a path. Paraglide's `deLocalizeUrl` gives the same (hooks.test.ts), but tests its patterns on each
 * request, which takes a millisecond.
 */
const LANGUAGE_IN_PATH = /^\/(fr|en)(?=\/|$)/;

/**
 * Returns the path by which the route of an address is found: without the language, which routes do not contain, and with
 * former addresses replaced by current ones.
 */
export const reroute: Reroute = ({ url }) => replaceFormerPath(url.pathname.replace(LANGUAGE_IN_PATH, '') || '/');
