import { browser } from '$app/environment';
import { rememberedPerson, rememberPerson } from '#lib/offline/person.ts';
import type { LayoutLoad } from './$types';

/** A page that was kept is drawn for nobody; this browser knows who is at work until they leave. */
export const load: LayoutLoad = ({ data }) => {
	// Over plain http nothing is kept, and nobody has to be remembered.
	if (!browser || !('serviceWorker' in navigator)) return data;
	if (data.kept) return { ...data, person: rememberedPerson() };
	rememberPerson(data.person, data.lasting);
	return data;
};
