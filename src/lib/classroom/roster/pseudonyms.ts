import type { Language } from '#lib/domain/language.ts';
import { proposePseudonym } from '#lib/domain/proposed-pseudonym.ts';
import { parsePseudonym, pseudonymKey, type Pseudonym } from '#lib/domain/pseudonym.ts';
import { collectRealNameWords, containsRealName } from '#lib/domain/class-list.ts';
import type { NamedPseudonym, RosterMistakeReason } from '#lib/domain/roster.ts';

export interface NamedRosterRow {
	name: string;
	pseudonym: string;
}

const drawRandomBelow = (count: number): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % count;

/**
 * Proposes pseudonyms for people without one. A proposal contains none of `words`, the words of all names in the list, and
 * differs from every pseudonym in the list and in the class, whose pseudonym keys are `taken`.
 */
export function proposePseudonyms(
	people: readonly NamedRosterRow[],
	{ words, taken, language }: { words: ReadonlySet<string>; taken: readonly string[]; language: Language }
): NamedRosterRow[] {
	const keys = new Set([...taken, ...people.map(({ pseudonym }) => pseudonymKey(pseudonym))]);
	return people.map(({ name, pseudonym }) => {
		if (pseudonym !== '') return { name, pseudonym };
		const proposal = proposePseudonym(
			language,
			drawRandomBelow,
			(one) => !keys.has(one.key) && !containsRealName(one.text, name, words)
		);
		keys.add(proposal.key);
		return { name, pseudonym: proposal.text };
	});
}

export interface CheckedRosterRows {
	reasonByRowIndex: ReadonlyMap<number, RosterMistakeReason>;
	namedPseudonyms: NamedPseudonym[];
}

export function checkRosterRows(rows: readonly NamedRosterRow[], usedKeys: readonly string[]): CheckedRosterRows {
	const words = collectRealNameWords(rows.map(({ name }) => name));
	const keys = new Set(usedKeys);
	const reasonByRowIndex = new Map<number, RosterMistakeReason>();
	const namedPseudonyms: NamedPseudonym[] = [];
	rows.forEach(({ name, pseudonym }, place) => {
		const parsedPseudonym = parseRosterPseudonym(pseudonym, name, words, keys);
		if (typeof parsedPseudonym === 'string') reasonByRowIndex.set(place, parsedPseudonym);
		else {
			keys.add(parsedPseudonym.key);
			namedPseudonyms.push({ ...parsedPseudonym, name });
		}
	});
	return { reasonByRowIndex, namedPseudonyms };
}

function parseRosterPseudonym(
	typed: string,
	name: string,
	words: ReadonlySet<string>,
	keys: ReadonlySet<string>
): Pseudonym | RosterMistakeReason {
	const pseudonym = parsePseudonym(typed);
	if (typeof pseudonym === 'string') return pseudonym;
	if (containsRealName(pseudonym.text, name, words)) return 'name';
	return keys.has(pseudonym.key) ? 'twice' : pseudonym;
}
