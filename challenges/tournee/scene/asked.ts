/** What the student's program answers. It may be unfinished, throw, or answer anything at all: that is seen, and breaks nothing. */
import * as program from '../main';
import { allHomes, copyOf, depot, type Place } from './country';

type Callable = (...values: unknown[]) => unknown;

export type Amount = { kind: 'number'; value: number } | { kind: 'nonsense'; shown: string };
/** `places` are those of the country, without the depot at the beginning; `unknown` are answers that are no place of it. */
export type Order = { kind: 'order'; places: Place[]; startsAtDepot: boolean } | { kind: 'nonsense'; shown: string };

/** A round longer than this is shown as far as it goes. */
const LONGEST = 60;

const known = new Map([depot, ...allHomes].map((place) => [place.name, place]));
const shorten = (text: string) => (text.length > 16 ? `${text.slice(0, 15)}…` : text);

function shown(answer: unknown): string {
	if (typeof answer === 'function') return 'function';
	if (Array.isArray(answer)) return '[…]';
	if (typeof answer === 'object' && answer !== null) return '{…}';
	return shorten(typeof answer === 'string' ? `'${answer}'` : String(answer));
}

/** Absent where the program has no such function. */
function call(name: string, ...values: unknown[]): unknown {
	const found = (program as Record<string, unknown>)[name];
	if (typeof found !== 'function') return `${name} ?`;
	return (found as Callable)(...values);
}

function guarded(name: string, ...values: unknown[]): { answer: unknown } | { broke: string } {
	try {
		return { answer: call(name, ...values) };
	} catch (error) {
		return { broke: shorten(error instanceof Error ? error.name : 'Error') };
	}
}

export const has = (name: string): boolean => typeof (program as Record<string, unknown>)[name] === 'function';

function numberFrom(name: string, ...values: unknown[]): Amount {
	const result = guarded(name, ...values);
	if ('broke' in result) return { kind: 'nonsense', shown: result.broke };
	const { answer } = result;
	if (typeof answer === 'number' && Number.isFinite(answer)) return { kind: 'number', value: answer };
	return { kind: 'nonsense', shown: shown(answer) };
}

function orderFrom(name: string, ...values: unknown[]): Order {
	const result = guarded(name, ...values);
	if ('broke' in result) return { kind: 'nonsense', shown: result.broke };
	const { answer } = result;
	if (!Array.isArray(answer)) return { kind: 'nonsense', shown: shown(answer) };
	const list: unknown[] = answer;
	const places: Place[] = [];
	for (const each of list.slice(0, LONGEST)) {
		const place =
			typeof each === 'object' && each !== null ? known.get((each as Partial<Place>).name ?? '') : undefined;
		if (place === undefined) return { kind: 'nonsense', shown: `[… ${shown(each)} …]` };
		places.push(place);
	}
	const startsAtDepot = places[0] === depot;
	return { kind: 'order', places: startsAtDepot ? places.slice(1) : places, startsAtDepot };
}

export const askKm = (a: Place, b: Place): Amount => numberFrom('km', copyOf(a), copyOf(b));

/** `tour` begins with the depot. */
export const askTourKm = (tour: Place[]): Amount => numberFrom('tourKm', tour.map(copyOf));

export const askNearest = (from: Place, places: Place[]): Order =>
	orderFrom('nearest', copyOf(from), places.map(copyOf));

export const askTwoOpt = (tour: Place[]): Order => orderFrom('twoOpt', tour.map(copyOf));

export function askArrivals(tour: Place[]): number[] {
	const result = guarded('arrivals', tour.map(copyOf));
	if ('broke' in result || !Array.isArray(result.answer)) return [];
	return (result.answer as unknown[]).map((each) => (typeof each === 'number' ? each : NaN));
}

/** The program's whole work: the nearest home each time, then uncrossed. */
export function planned(from: Place, places: Place[]): Order {
	const first = askNearest(from, places);
	if (first.kind === 'nonsense') return first;
	return askTwoOpt([from, ...first.places.filter((place) => place !== from)]);
}
