/** The picture in words, for those who do not see it: what matters most first, then each stop. */
import { decimal, hour } from './frame';
import type { Play } from './plans';
import type { DistancePlay } from './play-distance';
import type { RoundPlay } from './play-round';
import { NIGHT } from './night';
import { LEAVES } from './rounds';

type Say = (id: string, values?: Record<string, string | number>) => string;

function tripsTold({ trips }: DistancePlay, say: Say, french: boolean): string[] {
	return trips.map(({ place, said, fair, right }) => {
		const answer = said.kind === 'number' ? decimal(said.value, french) : said.shown;
		const id = right ? 'describe-trip-right' : 'describe-trip-wrong';
		return say(id, { place: place.name, said: answer, km: decimal(fair, french) });
	});
}

function roundsTold({ rounds, places }: RoundPlay, say: Say, french: boolean): string[] {
	const stops = rounds.flatMap((round) => round.stops);
	const forgotten = places.filter((place) => !stops.some((stop) => stop.place === place));
	const again = new Set(stops.filter((stop) => stop.again).map(({ place }) => place.name));
	const sum = (of: (round: RoundPlay['rounds'][number]) => number) =>
		rounds.reduce((total, round) => total + of(round), 0);
	const lines = [
		say(rounds.length > 1 ? 'describe-rounds' : 'describe-round', {
			vans: rounds.length,
			km: decimal(
				sum(({ km }) => km),
				french
			),
			back: hour(LEAVES + Math.max(0, ...rounds.map(({ back }) => back)), french),
			crossings: sum(({ crossings }) => crossings.length)
		}),
		say('describe-meals', {
			hot: stops.filter((stop) => stop.hot && !stop.again).length,
			cold: sum(({ cold }) => cold)
		})
	];
	if (forgotten.length > 0)
		lines.push(say('describe-forgotten', { names: forgotten.map(({ name }) => name).join(', ') }));
	if (again.size > 0) lines.push(say('describe-again', { names: [...again].join(', ') }));
	for (const { place, arrives, hot, again } of stops) {
		if (again) continue;
		const id = hot ? 'describe-stop-hot' : 'describe-stop-cold';
		lines.push(say(id, { place: place.name, time: hour(LEAVES + arrives, french) }));
	}
	return lines;
}

/** The round of as many homes as a hand wants, in one sentence. */
function handTold({ rounds: [round], places }: RoundPlay, say: Say, french: boolean): string[] {
	if (round === undefined) return [];
	const back = LEAVES + round.back;
	const id = back > NIGHT ? 'describe-hand-night' : 'describe-hand';
	return [say(id, { homes: places.length, back: hour(back, french), cold: round.cold })];
}

/** `isTurned`: a hand may set how many homes there are. */
export function described(play: Play, labels: Record<string, string>, french: boolean, isTurned: boolean): string[] {
	const say: Say = (id, values = {}) =>
		(labels[id] ?? id).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
	switch (play.kind) {
		case 'nothing':
			return [say('describe-nothing', { name: play.name, shown: play.shown })];
		case 'orders':
			return [say('describe-orders')];
		case 'distance':
			return tripsTold(play, say, french);
		case 'round':
			return [...(isTurned ? handTold(play, say, french) : []), ...roundsTold(play, say, french)];
	}
}
