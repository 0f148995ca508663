/** What the student's program returns for places of the country: anything at all, which is seen and breaks nothing. */
import { ask, type Answer } from 'braise/scene';
import * as program from '../main';
import { allHomes, depot, type Place } from './country';

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
