/** What is played in each step, from what the student's program answers. */
import { label } from 'braise/draw';
import { askArrivals, askNearest, askTourKm, askTwoOpt, has, planned, type Order } from './asked';
import { allHomes, depot, homes, type Place } from './country';
import { decimal, hour, type Frame } from './frame';
import { distances, type DistancePlay } from './play-distance';
import { orders, type OrdersPlay } from './play-orders';
import { verdictOf, type RoundPlay, type Seen } from './play-round';
import { drive, LEAVES } from './rounds';
import { roundsOf, ruleOf } from './vans';

/** The program answers no round: `name` is the function that was asked. */
export interface NothingPlay {
	kind: 'nothing';
	name: string;
	shown: string;
}

export type Play = RoundPlay | DistancePlay | OrdersPlay | NothingPlay;

const kilometres = (value: number, { french }: Frame) => label('km', { km: decimal(value, french) });

function usual(frame: Frame, seen: Seen, km: number) {
	return [
		{ title: label('length'), value: kilometres(km, frame) },
		{ title: label('hot'), value: String(seen.hot) },
		{ title: label('cold'), value: String(seen.cold), ...(seen.cold > 0 && { tone: 'cold' as const }) },
		{ title: label('crossings'), value: String(seen.crossings) }
	];
}

function roundPlay(order: Place[], more: Partial<RoundPlay> = {}): RoundPlay {
	const rounds = more.rounds ?? [drive(order)];
	const places = more.places ?? homes;
	const verdict = verdictOf({ rounds, places });
	return {
		kind: 'round',
		rounds,
		hearts: false,
		places,
		items: (frame, seen) =>
			usual(
				frame,
				seen,
				rounds.reduce((sum, { km }) => sum + km, 0)
			),
		says: ({ french }) => verdict && { speech: verdict.speech(french), place: verdict.place },
		...more
	};
}

const orNothing = (name: string, order: Order, play: (places: Place[]) => Play): Play =>
	order.kind === 'nonsense' ? { kind: 'nothing', name, shown: order.shown } : play(order.places);

/** The round in the order of the list, and what `tourKm` makes of it beside the van's own counter. */
function tourPlay(): Play {
	const round = drive(homes);
	const said = askTourKm([depot, ...homes]);
	const right = said.kind === 'number' && Math.abs(said.value - round.km) < 0.5;
	return roundPlay(homes, {
		rounds: [round],
		items: (frame) => [
			{
				title: label('tour-km-says'),
				value: said.kind === 'number' ? kilometres(said.value, frame) : said.shown,
				tone: right ? 'right' : 'wrong'
			},
			{ title: label('counter'), value: kilometres(round.km, frame) }
		]
	});
}

function uncrossed(): Play {
	const first = askNearest(depot, homes);
	return orNothing('nearest', first, (places) => {
		const before = drive(places);
		return orNothing('twoOpt', askTwoOpt([depot, ...places]), (after) => {
			const round = drive(after);
			return roundPlay(after, {
				rounds: [round],
				before,
				items: (frame, seen) => [
					{ title: label('before'), value: kilometres(before.km, frame) },
					{ title: label('after'), value: kilometres(round.km, frame) },
					{ title: label('crossings'), value: String(seen.crossings) },
					{ title: label('cold'), value: String(seen.cold), ...(seen.cold > 0 && { tone: 'cold' as const }) }
				]
			});
		});
	});
}

function timed(): Play {
	return orNothing('twoOpt', planned(depot, homes), (places) => {
		const round = drive(places);
		if (!has('arrivals')) return roundPlay(places);
		const said = askArrivals([depot, ...places]);
		const hours = round.stops.map(({ place, arrives }, index) => {
			const minute = said[index + 1] ?? NaN;
			return [place.name, { said: minute, right: Math.abs(minute - arrives) < 0.5 }] as const;
		});
		return roundPlay(places, { rounds: [round], hours: new Map(hours) });
	});
}

/** The round of as many homes as a hand wants: what comes of it is known at once. */
function roundOf(count: number): Play {
	const places = allHomes.slice(0, count);
	return orNothing('twoOpt', planned(depot, places), (order) => {
		const round = drive(order, places);
		const { back, cold, crossings } = round;
		return roundPlay(order, {
			rounds: [round],
			places,
			endsFirst: count !== homes.length,
			items: ({ french }) => [
				{ title: label('back'), value: hour(LEAVES + back, french) },
				{ title: label('hot'), value: String(round.stops.filter(({ hot, again }) => hot && !again).length) },
				{ title: label('cold'), value: String(cold), ...(cold > 0 && { tone: 'cold' as const }) },
				{ title: label('crossings'), value: String(crossings.length) }
			]
		});
	});
}

export function playFor(situation: string, option?: string, values?: Record<string, number>): Play {
	switch (situation) {
		case 'discover':
			return roundOf(values?.['homes'] ?? homes.length);
		case 'predict':
			return orders();
		case 'km':
			return distances();
		case 'tourKm':
			return tourPlay();
		case 'nearest':
			return orNothing('nearest', askNearest(depot, homes), (places) => roundPlay(places));
		case 'twoOpt':
			return uncrossed();
		case 'stretch':
			return timed();
		case 'decide':
			return roundPlay([], { rounds: roundsOf(ruleOf(option ?? 'shortest', values)), hearts: true });
		default:
			return orNothing('twoOpt', planned(depot, homes), (places) => roundPlay(places));
	}
}
