/** What becomes of an order of homes once a van drives it. Pure. */
import { depot, guestOf, homes, pointOf, trueKm, type Place, type Point } from './country';

/** Our model of a round: see the challenge's sources. */
export const MINUTES_A_KM = 2;
export const MINUTES_A_DOOR = 4;
/** Meals are hot this long after the departure. */
export const HOT_FOR = 120;
/** Minute of the day when the van leaves. */
export const LEAVES = 11 * 60;

export interface Stop {
	place: Place;
	/** Minutes after the departure. */
	arrives: number;
	leaves: number;
	hot: boolean;
	/** The van has been here before. */
	again: boolean;
}

export interface Round {
	stops: Stop[];
	/** Depot, stops, depot. */
	path: Point[];
	km: number;
	/** Minutes after the departure. */
	back: number;
	/** Where the thread lies over itself, with the leg that makes it so. */
	crossings: { at: Point; leg: number }[];
	forgotten: Place[];
	cold: number;
}

/** Where two legs cross, ends not counted. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point | null {
	const [rx, ry, sx, sy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
	const across = rx * sy - ry * sx;
	if (Math.abs(across) < 1e-9) return null;
	const t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / across;
	const u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / across;
	const inside = (part: number) => part > 1e-6 && part < 1 - 1e-6;
	return inside(t) && inside(u) ? { x: a.x + t * rx, y: a.y + t * ry } : null;
}

export function crossingsOf(path: Point[]): Round['crossings'] {
	const found: Round['crossings'] = [];
	for (let leg = 0; leg + 1 < path.length; leg++) {
		for (let other = 0; other < leg - 1; other++) {
			const at = crossing(path[other]!, path[other + 1]!, path[leg]!, path[leg + 1]!);
			if (at !== null) found.push({ at, leg });
		}
	}
	return found;
}

/** `order` without the depot. `expected` are the homes that wait for this van, `talk` the minutes spent with someone alone. */
export function drive(order: Place[], expected: Place[] = homes, talk = 0): Round {
	const stops: Stop[] = [];
	const path = [pointOf(depot)];
	let [here, now, km] = [depot, 0, 0];
	for (const place of order) {
		const far = trueKm(here, place);
		const again = stops.some((stop) => stop.place === place) || place === depot;
		km += far;
		now += far * MINUTES_A_KM;
		const stay = again ? 0 : MINUTES_A_DOOR + (guestOf(place).alone ? talk : 0);
		stops.push({ place, arrives: now, leaves: now + stay, hot: now <= HOT_FOR, again });
		path.push(pointOf(place));
		now += stay;
		here = place;
	}
	km += trueKm(here, depot);
	path.push(pointOf(depot));
	return {
		stops,
		path,
		km,
		back: now + trueKm(here, depot) * MINUTES_A_KM,
		crossings: crossingsOf(path),
		forgotten: expected.filter((place) => !stops.some((stop) => stop.place === place)),
		cold: stops.filter((stop) => !stop.hot && !stop.again).length
	};
}
