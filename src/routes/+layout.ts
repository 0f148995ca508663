import { browser } from '$app/environment';
import { readPersonCookie, storePersonCookie } from '#lib/offline/person-cookie.ts';
import type { LayoutLoad } from './$types';

/** Adds the signed-in person to pages kept for offline use, which are rendered without a person. */
export const load: LayoutLoad = ({ data }) => {
	// Without a service worker no page is kept, so the person need not be stored.
	if (!browser || !('serviceWorker' in navigator)) return data;
	if (data.kept) return { ...data, person: readPersonCookie() };
	storePersonCookie(data.person, data.lasting);
	return data;
};
