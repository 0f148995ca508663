/** The figures of the decision, on what the student's own program plans. Pure. */
import { homes, isAlone } from './country';
import { roundsOf, ruleOf } from './vans';

export interface Figure {
	id: string;
	value: number;
	unit: 'kilometres' | 'minutes' | 'count';
	of?: number;
}

export function measure(option: string, values: Record<string, number> = {}): Figure[] {
	const rounds = roundsOf(ruleOf(option, values));
	const stops = rounds.flatMap((round) => round.stops);
	const handed = (wanted: typeof stops) => Math.round(Math.max(0, ...wanted.map(({ arrives }) => arrives)));
	const backs = rounds.map(({ back }) => back);
	const company = stops.filter((stop) => isAlone(stop.place) && !stop.again);
	const served = stops.filter((stop) => stop.hot && !stop.again).length;
	return [
		{ id: 'km', value: Math.round(rounds.reduce((sum, round) => sum + round.km, 0) * 10) / 10, unit: 'kilometres' },
		{ id: 'longest', value: Math.round(Math.max(0, ...backs)), unit: 'minutes' },
		{ id: 'paid', value: Math.round(backs.reduce((sum, back) => sum + back, 0)), unit: 'minutes' },
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
