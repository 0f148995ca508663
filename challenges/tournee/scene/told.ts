/** The picture in words, for those who do not see it. */
import { homes } from './country';
import { decimal, hour } from './frame';
import type { Play } from './plans';
import { LEAVES } from './rounds';

export function described(play: Play, labels: Record<string, string>, french: boolean): string {
	const say = (id: string, values: Record<string, string | number> = {}) =>
		(labels[id] ?? id).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
	if (play.kind === 'nothing') return say('describe-nothing', { name: play.name, shown: play.shown });
	if (play.kind === 'orders') return say('describe-orders');
	if (play.kind === 'distance') {
		return play.trips
			.map(({ place, said, fair, right }) => {
				const answer = said.kind === 'number' ? decimal(said.value, french) : said.shown;
				const id = right ? 'describe-trip-right' : 'describe-trip-wrong';
				return say(id, { place: place.name, said: answer, km: decimal(fair, french) });
			})
			.join(' ');
	}
	const { rounds } = play;
	const stops = rounds.flatMap((round) => round.stops);
	const forgotten = homes.filter((place) => !stops.some((stop) => stop.place === place));
	const again = stops.filter((stop) => stop.again);
	const crossings = rounds.reduce((sum, round) => sum + round.crossings.length, 0);
	const parts = [
		say(rounds.length > 1 ? 'describe-rounds' : 'describe-round', {
			vans: rounds.length,
			km: decimal(
				rounds.reduce((sum, { km }) => sum + km, 0),
				french
			),
			back: hour(LEAVES + Math.max(0, ...rounds.map(({ back }) => back)), french),
			crossings
		}),
		say('describe-meals', {
			hot: stops.filter((stop) => stop.hot && !stop.again).length,
			cold: rounds.reduce((sum, { cold }) => sum + cold, 0)
		})
	];
	if (forgotten.length > 0)
		parts.push(say('describe-forgotten', { names: forgotten.map(({ name }) => name).join(', ') }));
	if (again.length > 0)
		parts.push(say('describe-again', { names: [...new Set(again.map(({ place }) => place.name))].join(', ') }));
	return parts.join(' ');
}
