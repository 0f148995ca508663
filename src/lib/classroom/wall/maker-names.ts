/** Puts into words the names of the people who made, wrote or reported what a wall shows. */
import type { ExhibitTitleAndMakers } from '#lib/domain/wall.ts';
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

/** Returns the text that names the exhibit from which a remix was made. */
export const originalExhibitText = (original: ExhibitTitleAndMakers, nameOf: MakerNameLookup): string =>
	m.wall_remix_of(titleAndMakersOf(original, nameOf));

/** Returns the text that names a remix on the page of its original. */
export const remixExhibitText = (remix: ExhibitTitleAndMakers, nameOf: MakerNameLookup): string =>
	m.wall_remix_named(titleAndMakersOf(remix, nameOf));
