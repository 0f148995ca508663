/** What becomes of an order of homes once a van drives it. Pure. */
import { label } from 'braise/draw';
import { crossings, numberText, timeText, type Point } from 'braise/scene';
import { depot, isAlone, pointOf, trueKm, type Place } from './country';

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
