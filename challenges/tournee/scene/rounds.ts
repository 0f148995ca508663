import { ask, type Answer, crossings, numberText, timeText, type Point } from 'braise/scene';
import { label } from 'braise/draw';
import * as program from '../main';
import { allHomes, depot, type Place, isAlone, pointOf, trueKm, homes } from './country';

/** A round without the depot at its beginning; without `places`, what was returned is none. */
export interface Order {
	/** The function that was called. */
	name: string;
	shown: string;
	places?: Place[];
}

/** A round longer than this is shown as far as it goes. */
const LONGEST = 60;

const known = new Map([depot, ...allHomes].map((place) => [place.name, place]));

/** Copies: whatever a program does to them, the country stays as it is. */
const copies = (places: Place[]) => places.map((place) => ({ ...place }));

function orderFrom(name: string, ...args: unknown[]): Order {
	const { shown, value } = ask(program, name, ...args);
	if (!Array.isArray(value)) return { name, shown };
	const places: Place[] = [];
	for (const each of value.slice(0, LONGEST) as (Partial<Place> | null | undefined)[]) {
		const place = known.get(each?.name ?? '');
		if (place === undefined) return { name, shown: '[… ? …]' };
		places.push(place);
	}
	return { name, shown, places: places[0] === depot ? places.slice(1) : places };
}

export const askKm = (a: Place, b: Place): Answer => ask(program, 'km', { ...a }, { ...b });

/** `tour` begins with the depot. */
export const askTourKm = (tour: Place[]): Answer => ask(program, 'tourKm', copies(tour));

export const askNearest = (from: Place, places: Place[]): Order => orderFrom('nearest', { ...from }, copies(places));

export const askTwoOpt = (tour: Place[]): Order => orderFrom('twoOpt', copies(tour));

/** Absent where the student has not written it. */
export function askArrivals(tour: Place[]): number[] | undefined {
	if (!('arrivals' in program)) return undefined;
	const { value } = ask(program, 'arrivals', copies(tour));
	return Array.isArray(value) ? value.map((each: unknown) => (typeof each === 'number' ? each : NaN)) : [];
}

/** The program's whole work: the nearest home each time, then uncrossed. */
export function planRound(from: Place, homes: Place[]): Order {
	const first = askNearest(from, homes);
	return first.places === undefined ? first : askTwoOpt([from, ...first.places.filter((place) => place !== from)]);
}

/** Our model of a round: see the challenge's sources. */
const MINUTES_A_KM = 2;
const MINUTES_A_DOOR = 4;
/** Meals are hot this long after the departure. */
const HOT_FOR = 120;
/** Minute of the day when the van leaves. */
export const LEAVES = 11 * 60;

export interface Stop extends Point {
	place: Place;
	/** Minutes after the departure. */
	arrives: number;
	leaves: number;
	isHot: boolean;
	/** The van has been here before. */
	isAgain: boolean;
}

export interface Round {
	stops: Stop[];
	/** Depot, stops, depot. */
	path: (Point & { arrives: number; leaves: number })[];
	km: number;
	/** Minutes after the departure. */
	back: number;
	crossings: ReturnType<typeof crossings>;
}

/** `order` without the depot; `talk`: minutes spent with someone who is alone, beyond handing over the meal. */
export function drive(order: Place[], talk = 0): Round {
	const stops: Stop[] = [];
	let [here, now, km] = [depot, 0, 0];
	for (const place of order) {
		const far = trueKm(here, place);
		const isAgain = stops.some((stop) => stop.place === place) || place === depot;
		const arrives = now + far * MINUTES_A_KM;
		now = arrives + (isAgain ? 0 : MINUTES_A_DOOR + (isAlone(place) ? talk : 0));
		stops.push({ ...pointOf(place), place, arrives, leaves: now, isHot: arrives <= HOT_FOR, isAgain });
		[here, km] = [place, km + far];
	}
	const home = trueKm(here, depot);
	const back = now + home * MINUTES_A_KM;
	const kitchen = pointOf(depot);
	const path = [{ ...kitchen, arrives: 0, leaves: 0 }, ...stops, { ...kitchen, arrives: back, leaves: Infinity }];
	return { stops, path, km: km + home, back, crossings: crossings(path) };
}

/** The stops where somebody gets a meal. */
export const servedIn = (rounds: Round[]): Stop[] =>
	rounds.flatMap(({ stops }) => stops).filter((stop) => !stop.isAgain);

export const lastBack = (rounds: Round[]): number => Math.max(0, ...rounds.map(({ back }) => back));

export const kmOf = (rounds: Round[]): number => rounds.reduce((sum, { km }) => sum + km, 0);

export const kilometres = (km: number): string => label('km', { km: numberText(km, undefined, 1) });

/** The time of the day, so many minutes after the departure. */
export const timeOf = (minutes: number): string => timeText(LEAVES + minutes);

interface Rule {
	vans: number;
	aloneFirst: boolean;
	/** Minutes spent with someone who is alone, beyond handing over the meal. */
	talk: number;
}

export function ruleOf(option: string, values: Record<string, number> = {}): Rule {
	if (option === 'shared') return { vans: 2, aloneFirst: false, talk: 0 };
	if (option === 'alone') return { vans: 1, aloneFirst: true, talk: 10 };
	if (option !== 'another') return { vans: 1, aloneFirst: false, talk: 0 };
	const { vans = 2, aloneFirst = 1, talk = 5 } = values;
	return { vans: Math.max(1, Math.round(vans)), aloneFirst: aloneFirst > 0, talk: Math.max(0, talk) };
}

/** A program that returns no round leaves the list as it is. */
const ordered = (from: Place, places: Place[]): Place[] =>
	planRound(from, places).places?.filter((place) => place !== from) ?? places;

function roundOf(group: Place[], { aloneFirst, talk }: Rule): Round {
	if (!aloneFirst) return drive(ordered(depot, group), talk);
	const first = ordered(depot, group.filter(isAlone));
	const others = group.filter((place) => !isAlone(place));
	return drive([...first, ...ordered(first.at(-1) ?? depot, others)], talk);
}

/** The homes around the depot, like the hours of a clock. */
function around(): Place[] {
	const middle = pointOf(depot);
	const angle = (place: Place) => Math.atan2(pointOf(place).y - middle.y, pointOf(place).x - middle.x);
	return [...homes].sort((a, b) => angle(a) - angle(b));
}

/** Cut like a cake into slices of as many homes: of all such cuts, the one whose longest day is the shortest. */
export function roundsOf(rule: Rule): Round[] {
	const ring = around();
	const size = Math.ceil(ring.length / rule.vans);
	let best: Round[] = [];
	for (let turn = 0; turn < (rule.vans === 1 ? 1 : size); turn++) {
		const turned = [...ring.slice(turn), ...ring.slice(0, turn)];
		const rounds = Array.from({ length: rule.vans }, (_, van) => {
			const slice = turned.slice(van * size, (van + 1) * size);
			// In the list's order: what becomes of it is the program's work.
			return roundOf(
				homes.filter((place) => slice.includes(place)),
				rule
			);
		});
		if (best.length === 0 || lastBack(rounds) < lastBack(best)) best = rounds;
	}
	return best;
}
