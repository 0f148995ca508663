/** The figures of the decision, on what the student's own program plans. Pure. */
import { homes, isAlone } from './country';
import { roundsOf, ruleOf } from './vans';

export interface Figure {
	id: string;
	value: number;
	unit: 'kilometres' | 'minutes' | 'count' | 'cents';
	of?: number;
}

/** What a day costs, invented: cents for each van, each kilometre, and each minute that somebody is paid for. */
const CENTS = { van: 3000, km: 20, minute: 30 };

export function measure(option: string, values: Record<string, number> = {}): Figure[] {
	const rule = ruleOf(option, values);
	const rounds = roundsOf(rule);
	const stops = rounds.flatMap((round) => round.stops);
	const handed = (wanted: typeof stops) => Math.round(Math.max(0, ...wanted.map(({ arrives }) => arrives)));
	const backs = rounds.map(({ back }) => back);
	const km = rounds.reduce((sum, round) => sum + round.km, 0);
	const worked = backs.reduce((sum, back) => sum + back, 0);
	const company = stops.filter((stop) => isAlone(stop.place) && !stop.again);
	const served = stops.filter((stop) => stop.hot && !stop.again).length;
	return [
		{ id: 'km', value: Math.round(km * 10) / 10, unit: 'kilometres' },
		{
			id: 'cost',
			value: Math.round(rule.vans * CENTS.van + km * CENTS.km + worked * CENTS.minute),
			unit: 'cents'
		},
		{ id: 'longest', value: Math.round(Math.max(0, ...backs)), unit: 'minutes' },
		{ id: 'last', value: handed(stops), unit: 'minutes' },
		{ id: 'alone', value: handed(stops.filter(({ place }) => isAlone(place))), unit: 'minutes' },
		{
			id: 'company',
			value: Math.round(company.reduce((sum, stop) => sum + stop.leaves - stop.arrives, 0)),
			unit: 'minutes'
		},
		{ id: 'cold', value: homes.length - served, unit: 'count', of: homes.length }
	];
}
