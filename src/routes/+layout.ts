import { browser } from '$app/environment';
import { readPersonCookie, storePersonCookie } from '#lib/offline/person-cookie.ts';
import type { LayoutLoad } from './$types';

/** Adds the person to pages kept for offline use, which are rendered without one. */
export const load: LayoutLoad = ({ data }) => {
	// Without a service worker no page is kept, so no person needs remembering.
	if (!browser || !('serviceWorker' in navigator)) return data;
	if (data.kept) return { ...data, person: readPersonCookie() };
	storePersonCookie(data.person, data.lasting);
	return data;
};
