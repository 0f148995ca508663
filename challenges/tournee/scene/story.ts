/** What is played in each step, from what the student's program returns. */
import { label } from 'braise/draw';
import type { Answer, DashboardItem, SceneInput } from 'braise/scene';
import {
	askArrivals,
	askNearest,
	askTourKm,
	askTwoOpt,
	planRound,
	type Order,
	drive,
	kilometres,
	kmOf,
	lastBack,
	servedIn,
	timeOf,
	type Round,
	roundsOf,
	ruleOf
} from './rounds';
import { allHomes, depot, homes, type Place } from './country';
import { randomRounds, testTrips, type Trip } from './play-trips';

/** What the student's `arrivals` returned for a home, in minutes after the departure. */
interface Arrival {
	place: Place;
	said: number;
	right: number;
	isRight: boolean;
}

/** What has been seen of a round so far; `cold` or forgotten. */
interface Seen {
	hot: number;
	cold: number;
	crossings: number;
}

/** One or more vans on their rounds. */
export interface RoundStory {
	kind: 'round';
	rounds: Round[];
	/** The homes that wait for a meal. */
	places: Place[];
	/** In the strip above the map, beside the clock. */
	items(seen: Seen): DashboardItem[];
	/** What the round was before, in pencil. */
	before?: Round;
	arrivals?: Arrival[] | undefined;
	tourKm?: Answer;
	/** Whoever sees nobody else has a heart. */
	hasHearts?: boolean;
	/** A hand has set how many homes there are, and sees the end first. */
	isByHand?: boolean;
}

export type Story =
	| RoundStory
	| { kind: 'trips'; trips: Trip[] }
	| { kind: 'orders'; rounds: Round[] }
	| { kind: 'none'; order: Order };

const item = (id: string, value: string | number): DashboardItem => ({ title: label(id), value: String(value) });
const coldItem = (cold: number) => ({ ...item('cold', cold), tone: cold > 0 ? ('cold' as const) : undefined });

const roundStory = (rounds: Round[], more: Partial<RoundStory> = {}): RoundStory => ({
	kind: 'round',
	rounds,
	places: homes,
	items: ({ hot, cold, crossings }) => [
		item('length', kilometres(kmOf(rounds))),
		item('hot', hot),
		coldItem(cold),
		item('crossings', crossings)
	],
	...more
});

const playOrder = (order: Order, play: (places: Place[]) => Story): Story =>
	order.places === undefined ? { kind: 'none', order } : play(order.places);

export const isTourKmRight = ({ number }: Answer, { km }: Round) => number !== null && Math.abs(number - km) < 0.5;

/** The round in the order of the list, and what `tourKm` makes of it beside the van's own counter. */
function tourStory(): Story {
	const round = drive(homes);
	const tourKm = askTourKm([depot, ...homes]);
	const tone = isTourKmRight(tourKm, round) ? 'right' : 'wrong';
	return roundStory([round], {
		tourKm,
		items: () => [
			{ ...item('tour-km-says', tourKm.number === null ? tourKm.shown : kilometres(tourKm.number)), tone },
			item('counter', kilometres(round.km))
		]
	});
}

const uncrossedStory = () =>
	playOrder(askNearest(depot, homes), (places) => {
		const before = drive(places);
		return playOrder(askTwoOpt([depot, ...places]), (after) => {
			const round = drive(after);
			return roundStory([round], {
				before,
				items: ({ cold, crossings }) => [
					item('before', kilometres(before.km)),
					item('after', kilometres(round.km)),
					item('crossings', crossings),
					coldItem(cold)
				]
			});
		});
	});

/** The whole program's round; with its times, where the student has written `arrivals`. */
const finishedStory = (isTimed: boolean) =>
	playOrder(planRound(depot, homes), (places) => {
		const round = drive(places);
		const times = isTimed ? askArrivals([depot, ...places]) : undefined;
		const arrivals = round.stops.map(({ place, arrives: right }, index) => {
			const said = times?.[index + 1] ?? NaN;
			return { place, said, right, isRight: Math.abs(said - right) < 0.5 };
		});
		return roundStory([round], { arrivals: times && arrivals });
	});

/** The round of as many homes as a hand wants: what comes of it is known at once. */
function handStory(count: number): Story {
	const places = allHomes.slice(0, count);
	return playOrder(planRound(depot, places), (order) => {
		const round = drive(order);
		const served = servedIn([round]);
		const hot = served.filter(({ isHot }) => isHot).length;
		return roundStory([round], {
			places,
			isByHand: count !== homes.length,
			items: () => [
				item('back', timeOf(lastBack([round]))),
				item('hot', hot),
				coldItem(served.length - hot),
				item('crossings', round.crossings.length)
			]
		});
	});
}

const STORIES: Record<string, (input: SceneInput) => Story> = {
	discover: ({ values }) => handStory(values?.['homes'] ?? homes.length),
	predict: () => ({ kind: 'orders', rounds: randomRounds() }),
	km: () => ({ kind: 'trips', trips: testTrips() }),
	tourKm: tourStory,
	nearest: () => playOrder(askNearest(depot, homes), (places) => roundStory([drive(places)])),
	twoOpt: uncrossedStory,
	decide: ({ option = 'shortest', values }) => roundStory(roundsOf(ruleOf(option, values)), { hasHearts: true })
};

export const storyOf = (input: SceneInput): Story =>
	STORIES[input.situation]?.(input) ?? finishedStory(input.situation === 'stretch');
