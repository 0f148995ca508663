/** Names, addresses and words of the licences under which a project may be shown. */
import type { ExhibitLicence } from '#lib/domain/wall.ts';
import { m } from '#lib/paraglide/messages.js';

export const EXHIBIT_LICENCE_PAGES: Readonly<Record<ExhibitLicence, { name: string; address: string }>> = {
	'cc-by-4.0': { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
	'cc-by-sa-4.0': { name: 'CC BY-SA 4.0', address: 'https://creativecommons.org/licenses/by-sa/4.0/' }
};

/** What its maker allows with each licence. */
export const EXHIBIT_LICENCE_ANSWERS: Readonly<Record<ExhibitLicence, () => string>> = {
	'cc-by-4.0': m.shown_licence_by,
	'cc-by-sa-4.0': m.shown_licence_by_sa
};

/** What each licence allows to people with the link. */
export const EXHIBIT_LICENCE_RIGHTS: Readonly<Record<ExhibitLicence, () => string>> = {
	'cc-by-4.0': m.shown_licence_visitor_by,
	'cc-by-sa-4.0': m.shown_licence_visitor_by_sa
};
