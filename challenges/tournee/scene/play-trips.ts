import { label } from 'braise/draw';
import {
	bubble,
	cross,
	dashboard,
	dashboardHeight,
	meal,
	route,
	timeline,
	van,
	villageNames,
	type CountryMap,
	mark,
	ruler,
	type Answer,
	type Point
} from 'braise/scene';
import { type Order, drive, kilometres, LEAVES, type Round, askKm } from './rounds';
import { depot, homes, land, pointOf, type Place, isInSea, trueKm } from './country';

const MANY = 60;
const ordersStory = timeline({ each: 0.7 });

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
	const index = still ? rounds.length - 1 : ordersStory.at(time, rounds.length).index;
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

export interface Trip {
	place: Place;
	said: Answer;
	right: number;
	isRight: boolean;
	/** Where the van stops. */
	end: Point;
}

/** One towards each side of the sky; the sea lies to the west. */
const TARGETS = ['Cap-Loriot', 'Lisière', 'Montclair', 'Fontsec'];
/** Further than this the van is out of the picture anyway. */
const FAR = 22;
const LASTS = 3.6;
const story = timeline({ each: LASTS, begins: 0.9, still: LASTS * 0.7 });

const towards = (to: Point, part: number): Point => {
	const from = pointOf(depot);
	return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
};

export const testTrips = (): Trip[] =>
	homes
		.filter(({ name }) => TARGETS.includes(name))
		.map((place) => {
			const right = trueKm(depot, place);
			const said = askKm(depot, place);
			const isRight = said.number !== null && Math.abs(said.number - right) <= Math.max(0.05, right * 0.01);
			const part = Math.max(-FAR, Math.min(FAR, said.number ?? 0)) / right;
			return { place, said, right, isRight, end: towards(pointOf(place), part) };
		});

export function playTrips(trips: Trip[], map: CountryMap, time: number, still: boolean): void {
	const { index, part } = story.at(time, trips.length, still);
	const now = trips[index];
	if (now === undefined) return;
	const kitchen = map.place(pointOf(depot));
	const driven = part(0, 1.5);
	for (const { place } of trips) ruler(kitchen, map.place(pointOf(place)), map.scale);
	for (const trip of trips) {
		const stop = map.place(towards(trip.end, trip === now ? driven : 1));
		route([kitchen, stop], { driver: trip.isRight ? 1 : 0 });
		if (trip !== now) mark(trip.isRight, stop.x, stop.y, 13);
	}
	for (const { place, isRight } of trips) meal(map.place(pointOf(place)), isRight ? 'hot' : 'awaited');
	villageNames(land, map);
	const { place, said, right, isRight, end } = now;
	const here = towards(end, driven);
	const at = map.place(here);
	const looks = end.x < pointOf(depot).x ? 'left' : 'right';
	van({ ...at, y: at.y + 4 }, { looks, drives: driven < 1, afloat: isInSea(here) });
	const tone = isRight ? 'right' : 'wrong';
	dashboard([
		{ title: label('towards'), value: place.name },
		{ title: label('km-says'), value: said.number === null ? said.shown : kilometres(said.number), tone },
		{ title: label('counter'), value: kilometres(right) }
	]);
	const grown = still ? 1 : part(1.6, 1.9) * (1 - part(LASTS - 0.2, LASTS));
	bubble(at, label('driver'), driverWords(now), { tone, grown, top: dashboardHeight() });
}

function driverWords({ place, said, right, isRight, end }: Trip): string {
	if (said.number === null) return label('driver-nothing', { shown: said.shown });
	const id = isRight ? 'right' : isInSea(end) ? 'sea' : said.number < right ? 'short' : 'far';
	return label(`driver-${id}`, { place: place.name });
}
