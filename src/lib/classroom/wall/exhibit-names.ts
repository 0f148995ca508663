import type { ExhibitTitleAndMakers, ExhibitLicence } from '#lib/domain/wall.ts';
import { pseudonymKey } from '#lib/domain/pseudonym.ts';
import { m } from '#lib/paraglide/messages.js';
import { realNames } from '#lib/classroom/roster/real-names.svelte.ts';

/** Returns the name to show for a pseudonym: the real name for a teacher who has opened it, else the pseudonym. */
export type MakerNameLookup = (pseudonym: string) => string;

export const pseudonymAsName: MakerNameLookup = (pseudonym) => pseudonym;

/** Returns a function that finds real names of a class; real names stay in the teacher's browser. */
export const createRealNameLookup =
	(classId: string): MakerNameLookup =>
	(pseudonym) =>
		realNames.realNameOf(classId, pseudonymKey(pseudonym)) ?? pseudonym;

export function makersText(makers: readonly string[], nameOf: MakerNameLookup): string {
	const [one = '', other] = makers.map(nameOf);
	return other === undefined ? one : m.wall_pair({ one, other });
}

const titleAndMakersOf = ({ title, makers }: ExhibitTitleAndMakers, nameOf: MakerNameLookup) => ({
	title: title || m.project_untitled(),
	name: makersText(makers, nameOf)
});

export const originalExhibitText = (original: ExhibitTitleAndMakers, nameOf: MakerNameLookup): string =>
	m.wall_remix_of(titleAndMakersOf(original, nameOf));

export const remixExhibitText = (remix: ExhibitTitleAndMakers, nameOf: MakerNameLookup): string =>
	m.wall_remix_named(titleAndMakersOf(remix, nameOf));

export const EXHIBIT_LICENCE_PAGES: Readonly<Record<ExhibitLicence, { name: string; address: string }>> = {
	'cc-by-4.0': { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
	'cc-by-sa-4.0': { name: 'CC BY-SA 4.0', address: 'https://creativecommons.org/licenses/by-sa/4.0/' }
};

export const EXHIBIT_LICENCE_MAKER_TEXTS: Readonly<Record<ExhibitLicence, () => string>> = {
	'cc-by-4.0': m.shown_licence_by,
	'cc-by-sa-4.0': m.shown_licence_by_sa
};

export const EXHIBIT_LICENCE_VISITOR_TEXTS: Readonly<Record<ExhibitLicence, () => string>> = {
	'cc-by-4.0': m.shown_licence_visitor_by,
	'cc-by-sa-4.0': m.shown_licence_visitor_by_sa
};

export const exhibitApiAddressOf = (classId: string, exhibit: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/exhibits/${encodeURIComponent(exhibit)}`;

export const portfolioCoversApiAddressOf = (classId: string, portfolio: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/portfolios/${encodeURIComponent(portfolio)}/covers`;

export const shownExhibitApiAddressOf = (link: string): string => `/api/shown/${encodeURIComponent(link)}`;
