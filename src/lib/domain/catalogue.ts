/** Filters of the challenge list, stored in the address so that a visitor can share them. */
import { PISTES, TRADES, type Challenge } from './challenge.ts';
import type { ProgrammeId } from './programme.ts';

const DURATION_CHOICES_MINUTES = [45, 60, 90] as const;

export type CatalogueEntry = Pick<Challenge, 'trade' | 'piste' | 'minutes' | 'place' | 'partner' | 'programme'>;

export const FILTER_ASPECTS = ['trade', 'piste', 'minutes', 'place', 'partner', 'programme'] as const;
export type FilterAspect = (typeof FILTER_ASPECTS)[number];

/**
 * A visitor's filter: at most one value per aspect. A value that no challenge has is kept, so that the page can say that nothing
 * matches.
 */
export type CatalogueFilter = Partial<Record<FilterAspect, string>>;

export function readCatalogueFilter(address: URLSearchParams): CatalogueFilter {
	const wishes: CatalogueFilter = {};
	for (const aspect of FILTER_ASPECTS) {
		const value = address.get(aspect);
		if (value) wishes[aspect] = value;
	}
	return wishes;
}

export function matchesCatalogueFilter(challenge: CatalogueEntry, wishes: CatalogueFilter): boolean {
	return FILTER_ASPECTS.every((aspect) => {
		const wish = wishes[aspect];
		if (wish === undefined) return true;
		if (aspect === 'programme') return challenge.programme.some((id) => id === wish);
		return aspect === 'minutes' ? challenge.minutes <= Number(wish) : challenge[aspect] === wish;
	});
}

export function listFilterValues(challenges: CatalogueEntry[], aspect: FilterAspect): string[] {
	if (aspect === 'minutes')
		return DURATION_CHOICES_MINUTES.filter((most) => challenges.some(({ minutes }) => minutes <= most)).map(String);
	if (aspect === 'programme')
		return [...new Set(challenges.flatMap(({ programme }): ProgrammeId[] => programme))].sort();
	const values = new Set(challenges.map((challenge) => challenge[aspect]).filter((value) => value !== null));
	if (aspect === 'trade') return TRADES.filter((trade) => values.has(trade));
	if (aspect === 'piste') return PISTES.filter((piste) => values.has(piste));
	return [...values].sort();
}

/** Returns the query string with the aspect set to the value, or without the aspect when it already has that value. */
export function toggleFilterInQuery(wishes: CatalogueFilter, aspect: FilterAspect, value: string): string {
	const nextQuery = new URLSearchParams(
		FILTER_ASPECTS.flatMap((one) => {
			const wish = one === aspect ? (wishes[aspect] === value ? undefined : value) : wishes[one];
			return wish === undefined ? [] : [[one, wish]];
		})
	);
	return nextQuery.size === 0 ? '' : `?${nextQuery}`;
}
