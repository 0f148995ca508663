/** Orders drawn at random, one after the other; and a van that does not leave at all. */
import { label } from 'braise/draw';
import { bubble, cross, dashboard, dashboardHeight, meal, route, timeline, van, villageNames } from 'braise/scene';
import type { CountryMap } from 'braise/scene';
import type { Order } from './answers';
import { depot, homes, land, pointOf, type Place } from './country';
import { drive, kilometres, LEAVES, type Round } from './rounds';

const MANY = 60;
const story = timeline({ each: 0.7 });

function shuffle(seed: number): Place[] {
	let state = seed * 7919 + 17;
	const left = [...homes];
	return homes.flatMap(() => {
		state = (state * 16807) % 2147483647;
		return left.splice(Math.floor((state / 2147483647) * left.length), 1);
	});
}

/** Among 479 001 600 orders, is drawing at random a way to find a good one? */
export const randomRounds = (): Round[] => Array.from({ length: MANY }, (_, index) => drive(shuffle(index + 1)));

export function playOrders(rounds: Round[], map: CountryMap, time: number, still: boolean): void {
	const index = still ? rounds.length - 1 : story.at(time, rounds.length).index;
	const round = rounds[index];
	if (round === undefined) return;
	route(round.path.map(map.place));
	for (const point of round.crossings) cross(map.place(point));
	for (const home of homes) meal(map.place(pointOf(home)), 'awaited');
	villageNames(land, map);
	dashboard([
		{ title: label('order'), value: String(index + 1) },
		{ title: label('length'), value: kilometres(round.km) },
		{ title: label('shortest-seen'), value: kilometres(Math.min(...rounds.slice(0, index + 1).map(({ km }) => km))) }
	]);
}

export function playNone({ name, shown }: Order, map: CountryMap): void {
	const at = map.place(pointOf(depot));
	dashboard([], { minutes: LEAVES });
	van({ ...at, y: at.y + 10 });
	bubble(at, label('driver'), label('driver-no-round', { name, shown }), { tone: 'wrong', top: dashboardHeight() });
}
