/** Stores the signed-in person in a cookie, from which pages kept for offline use get their person. */
import { browser } from '$app/environment';
import { readPersonCookie, storePersonCookie } from '#lib/offline/person-cookie.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = ({ data }) => {
	// Without a service worker no page is kept, so the person need not be stored.
	if (!browser || !('serviceWorker' in navigator)) return data;
	if (data.kept) return { ...data, person: readPersonCookie() };
	storePersonCookie(data.person, data.lasting);
	return data;
};
