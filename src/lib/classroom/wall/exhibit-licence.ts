/** Lists the licences for exhibits, with their names, addresses and explanations. */
import type { ExhibitLicence } from '#lib/domain/wall.ts';
import { m } from '#lib/paraglide/messages.js';

export const EXHIBIT_LICENCE_PAGES: Readonly<Record<ExhibitLicence, { name: string; address: string }>> = {
	'cc-by-4.0': { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
	'cc-by-sa-4.0': { name: 'CC BY-SA 4.0', address: 'https://creativecommons.org/licenses/by-sa/4.0/' }
};

/** Explanation of each licence for the maker of an exhibit. */
export const EXHIBIT_LICENCE_MAKER_TEXTS: Readonly<Record<ExhibitLicence, () => string>> = {
	'cc-by-4.0': m.shown_licence_by,
	'cc-by-sa-4.0': m.shown_licence_by_sa
};

/** Explanation of each licence for people who open an exhibit's link. */
export const EXHIBIT_LICENCE_VISITOR_TEXTS: Readonly<Record<ExhibitLicence, () => string>> = {
	'cc-by-4.0': m.shown_licence_visitor_by,
	'cc-by-sa-4.0': m.shown_licence_visitor_by_sa
};
