/** Names makers, writers and reporters to whoever looks at a wall. */
import type { ExhibitName } from '#lib/domain/wall.ts';
import { pseudonymKey } from '#lib/domain/pseudonym.ts';
import { m } from '#lib/paraglide/messages.js';
import { realNames } from '#lib/classroom/roster/real-names.svelte.ts';

/** Returns what a student is called: by pseudonym, and for a teacher who has opened the real names of the class, by name. */
export type NameOf = (pseudonym: string) => string;

export const showPseudonym: NameOf = (pseudonym) => pseudonym;

/** Real names exist in this teacher's browser only; no request carries one. */
export const createRealNameOf =
	(classId: string): NameOf =>
	(pseudonym) =>
		realNames.realNameOf(classId, pseudonymKey(pseudonym)) ?? pseudonym;

export function makersText(makers: readonly string[], nameOf: NameOf): string {
	const [one = '', other] = makers.map(nameOf);
	return other === undefined ? one : m.wall_pair({ one, other });
}

const titleAndMakers = ({ title, makers }: ExhibitName, nameOf: NameOf) => ({
	title: title || m.project_untitled(),
	name: makersText(makers, nameOf)
});

/** Says of a remix from which exhibit it was made. */
export const originalExhibitText = (original: ExhibitName, nameOf: NameOf): string =>
	m.wall_remix_of(titleAndMakers(original, nameOf));

/** Names a remix on the page of its original. */
export const remixExhibitText = (remix: ExhibitName, nameOf: NameOf): string =>
	m.wall_remix_named(titleAndMakers(remix, nameOf));
