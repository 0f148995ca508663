/** What is still written down tonight under a rule, and what a stranger reads in the list of one plate. Pure. */
import { stays, type Zone } from '../data/tickets';
import { platesTold, ruleOf, storedTonight } from './measure';

export interface Memory {
	count: number;
	told: number;
	/** Every passage stored, by place. */
	dots: { zone: Zone; mine: boolean }[];
	/** The plate that tells the most. */
	plate: string | null;
	places: boolean;
	/** Places where this plate came at least twice: enough to suppose a habit. */
	habits: Zone[];
	typed: boolean;
}

/** As often as makes a stranger suppose a habit. */
const HABIT = 2;

/** How much a habit there says about someone: health, belief and where they sleep say most. */
const TELLS: Record<Zone, number> = { pharmacy: 3, worship: 3, home: 3, townhall: 2, market: 1, station: 1 };

/** Whoever shows the most telling habits; then whoever was seen most. */
function mostTelling(stored: { plate: string; zone: Zone }[]): string | null {
	const byPlate = new Map<string, Map<Zone, number>>();
	for (const { plate, zone } of stored) {
		const zones = byPlate.get(plate) ?? new Map<Zone, number>();
		byPlate.set(plate, zones.set(zone, (zones.get(zone) ?? 0) + 1));
	}
	const worth = (zones: Map<Zone, number>) =>
		[...zones].reduce((sum, [zone, times]) => sum + times + (times >= HABIT ? 100 * TELLS[zone] : 0), 0);
	return [...byPlate].sort(([, a], [, b]) => worth(b) - worth(a))[0]?.[0] ?? null;
}

export function memoryOf(option: string, values: Record<string, number> = {}): Memory {
	const rule = ruleOf(option, values);
	const stored = storedTonight(rule);
	const usual = mostTelling(stays.filter((stay) => stay.minutes > 0));
	const plate = stored.some((stay) => stay.plate === usual) ? usual : mostTelling(stored);
	const mine = stored.filter((stay) => stay.plate === plate);
	const often = new Map<Zone, number>();
	for (const { zone } of mine) often.set(zone, (often.get(zone) ?? 0) + 1);
	return {
		count: stored.length,
		told: platesTold(rule, stored).length,
		dots: stored.map((stay) => ({ zone: stay.zone, mine: stay.plate === plate })),
		plate,
		places: rule.places,
		habits: rule.places
			? [...often]
					.filter(([, times]) => times >= HABIT)
					.sort(([a, times], [b, others]) => TELLS[b] - TELLS[a] || others - times)
					.map(([zone]) => zone)
			: [],
		typed: rule.days !== null
	};
}
