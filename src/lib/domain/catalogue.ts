/** Filters of the challenge list, stored in the address so that a visitor can share them. */
import { PISTES, TRADES, type Challenge } from './challenge.ts';
import type { ProgrammeId } from './programme.ts';

/** Longest duration choices, in minutes. */
const DURATIONS = [45, 60, 90] as const;

export type Listed = Pick<Challenge, 'trade' | 'piste' | 'minutes' | 'place' | 'partner' | 'programme'>;

export const ASPECTS = ['trade', 'piste', 'minutes', 'place', 'partner', 'programme'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** At most one wish per aspect. A value without challenges is kept, so the page says that nothing matches. */
export type Wishes = Partial<Record<Aspect, string>>;

export function wishesOf(address: URLSearchParams): Wishes {
	const wishes: Wishes = {};
	for (const aspect of ASPECTS) {
		const value = address.get(aspect);
		if (value) wishes[aspect] = value;
	}
	return wishes;
}

export function answers(challenge: Listed, wishes: Wishes): boolean {
	return ASPECTS.every((aspect) => {
		const wish = wishes[aspect];
		if (wish === undefined) return true;
		if (aspect === 'programme') return challenge.programme.some((id) => id === wish);
		return aspect === 'minutes' ? challenge.minutes <= Number(wish) : challenge[aspect] === wish;
	});
}

/** Returns the values of an aspect that some challenge has, by piste, trade or alphabet. */
export function valuesOf(challenges: Listed[], aspect: Aspect): string[] {
	if (aspect === 'minutes')
		return DURATIONS.filter((most) => challenges.some(({ minutes }) => minutes <= most)).map(String);
	if (aspect === 'programme')
		return [...new Set(challenges.flatMap(({ programme }): ProgrammeId[] => programme))].sort();
	const found = new Set(challenges.map((challenge) => challenge[aspect]).filter((value) => value !== null));
	if (aspect === 'trade') return TRADES.filter((trade) => found.has(trade));
	if (aspect === 'piste') return PISTES.filter((piste) => found.has(piste));
	return [...found].sort();
}

/** Returns the query string with one aspect set, or removed when it was already chosen. */
export function toggleWish(wishes: Wishes, aspect: Aspect, value: string): string {
	const next = new URLSearchParams(
		ASPECTS.flatMap((one) => {
			const wish = one === aspect ? (wishes[aspect] === value ? undefined : value) : wishes[one];
			return wish === undefined ? [] : [[one, wish]];
		})
	);
	return next.size === 0 ? '' : `?${next}`;
}
