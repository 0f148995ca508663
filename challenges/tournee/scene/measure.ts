/** The figures of the decision, on what the student's own program plans. Pure. */
import { homes, isAlone } from './country';
import { kmOf, lastBack, servedIn, type Stop, roundsOf, ruleOf } from './rounds';

/** What a day costs, invented: cents for each van, each kilometre, and each minute that somebody is paid for. */
const CENTS = { van: 3000, km: 20, minute: 30 };

export function measure(option: string, values: Record<string, number> = {}) {
	const rule = ruleOf(option, values);
	const rounds = roundsOf(rule);
	const stops = rounds.flatMap((round) => round.stops);
	const lastServed = (wanted: Stop[]) => Math.round(Math.max(0, ...wanted.map(({ arrives }) => arrives)));
	const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
	const km = kmOf(rounds);
	const worked = sum(rounds.map(({ back }) => back));
	const cost = rule.vans * CENTS.van + km * CENTS.km + worked * CENTS.minute;
	const served = servedIn(rounds);
	const alone = served.filter(({ place }) => isAlone(place));
	return [
		{ id: 'km', value: Math.round(km * 10) / 10, unit: 'kilometres' },
		{ id: 'cost', value: Math.round(cost), unit: 'cents' },
		{ id: 'longest', value: Math.round(lastBack(rounds)), unit: 'minutes' },
		{ id: 'last', value: lastServed(stops), unit: 'minutes' },
		{ id: 'alone', value: lastServed(stops.filter(({ place }) => isAlone(place))), unit: 'minutes' },
		{ id: 'company', value: Math.round(sum(alone.map(({ arrives, leaves }) => leaves - arrives))), unit: 'minutes' },
		{ id: 'cold', value: homes.length - served.filter(({ isHot }) => isHot).length, unit: 'count', of: homes.length }
	];
}
