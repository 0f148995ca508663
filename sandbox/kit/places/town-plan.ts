/** What the map of a town consists of, and where its places and roads are drawn. */
import type { Area, Place } from '../stage.ts';
import type { Tone } from '../telling/says.ts';
import { isLandmark, type Landmark } from './landmark.ts';

/** A place by its name: `x` and `y` go from 0 to 1 over the map; `sign` may name a landmark. */
interface TownPlace {
	name: string;
	x: number;
	y: number;
	sign?: string | undefined;
}

type PlaceByName = readonly [x: number, y: number, sign?: Landmark];

interface RoadEnds {
	from: string;
	to: string;
}

/** A road, and what is shown along it. */
export interface TownRoad extends RoadEnds {
	/** Right is a full line; wrong and doubtful are dashed, with a cross; an odd road is like any other. */
	tone?: Tone | 'doubt' | undefined;
	/** How much its lamps light, from 0 to 1. */
	lit?: number;
	/** How many things happened along it: a small stroke for each. */
	events?: number;
}

export interface TownPlan {
	/** By name, `x`, `y` and a sign; or a list. A name that is a landmark brings its sign. */
	places: Record<string, PlaceByName> | readonly TownPlace[];
	/** Two names each, as in `market-station`, or a list of ends. */
	roads: readonly (string | TownRoad)[];
	hasNames?: boolean;
	/** A place for each camera. */
	cameras?: readonly string[];
}

/** Where things are on a map that is drawn. */
export interface TownMap {
	/** The point of a road, from 0 at its beginning to 1 at its end; the middle of the map for an unknown road. */
	along(road: RoadEnds, part: number): Place;
}

/** A map as its pieces draw it. */
export interface LaidTown extends TownMap {
	area: Area;
	places: { name: string; at: Place; sign: Landmark | undefined }[];
	roads: TownRoad[];
}

/** Lays a town out in an area; a road to an unknown place is left out. */
export function layTown(area: Area, { places, roads }: TownPlan): LaidTown {
	const { x, y, width, height } = area;
	const size = Math.max(0.8, width / 430);
	const list = isList(places) ? places : Object.entries(places).map(placeOf);
	const laid = list.map(({ name, sign = name, x: right, y: down }) => {
		const at = { x: x + right * width, y: y + down * height, size };
		return { name, at, sign: isLandmark(sign) ? sign : undefined };
	});
	const find = (name: string) => laid.find((each) => each.name === name);
	return {
		area,
		places: laid,
		roads: roads.map(roadOf).filter(({ from, to }) => find(from) && find(to)),
		along({ from, to }, part) {
			const [begins, ends] = [find(from)?.at, find(to)?.at];
			if (!begins || !ends) return { x: x + width / 2, y: y + height / 2, size };
			return { x: begins.x + (ends.x - begins.x) * part, y: begins.y + (ends.y - begins.y) * part, size };
		}
	};
}

const isList = (places: TownPlan['places']): places is readonly TownPlace[] => Array.isArray(places);

const placeOf = ([name, [x, y, sign]]: [string, PlaceByName]): TownPlace => ({ name, x, y, sign });

function roadOf(road: string | TownRoad): TownRoad {
	if (typeof road !== 'string') return road;
	const [from = '', to = ''] = road.split('-');
	return { from, to };
}
