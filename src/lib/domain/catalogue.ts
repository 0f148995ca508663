/** What a visitor may ask of the list of challenges, and which of them answer. It stands in the address, so that it can be sent to someone. */
import { PISTES, TRADES, type Challenge } from './challenge.ts';
import type { ProgrammeId } from './programme.ts';

/** In minutes, the longest that a visitor has time for. */
export const DURATIONS = [45, 60, 90] as const;

export type Listed = Pick<Challenge, 'trade' | 'piste' | 'minutes' | 'place' | 'partner' | 'programme'>;

/** By what challenges are chosen, in the order in which a page offers it. */
export const ASPECTS = ['trade', 'piste', 'minutes', 'place', 'partner', 'programme'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** One wish an aspect at most. A value that no challenge has is kept: the page then says that nothing answers. */
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

/** The values worth offering for an aspect: those that some challenge has, in the order of the pistes, of the trades or of the alphabet. */
export function offered(challenges: Listed[], aspect: Aspect): string[] {
	if (aspect === 'minutes')
		return DURATIONS.filter((most) => challenges.some(({ minutes }) => minutes <= most)).map(String);
	if (aspect === 'programme')
		return [...new Set(challenges.flatMap(({ programme }): ProgrammeId[] => programme))].sort();
	const found = new Set(challenges.map((challenge) => challenge[aspect]).filter((value) => value !== null));
	if (aspect === 'trade') return TRADES.filter((trade) => found.has(trade));
	if (aspect === 'piste') return PISTES.filter((piste) => found.has(piste));
	return [...found].sort();
}

/** The question of an address with one aspect more, another, or without it when it was already chosen. */
export function toggled(wishes: Wishes, aspect: Aspect, value: string): string {
	const next = new URLSearchParams(
		ASPECTS.flatMap((one) => {
			const wish = one === aspect ? (wishes[aspect] === value ? undefined : value) : wishes[one];
			return wish === undefined ? [] : [[one, wish]];
		})
	);
	return next.size === 0 ? '' : `?${next}`;
}
