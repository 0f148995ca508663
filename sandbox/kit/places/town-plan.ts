/** The plan of a town's map, and where its places and roads are drawn. */
import type { Area, Place } from '../stage.ts';
import type { Tone } from '../telling/says.ts';
import { isLandmark, type Landmark } from './landmark.ts';

/** A place with its name. `x` and `y` go from 0 to 1 across the map; `sign` is the name of a landmark. */
interface TownPlace {
	name: string;
	x: number;
	y: number;
	sign?: string | undefined;
}

type TownPlaceTuple = readonly [x: number, y: number, sign?: Landmark];

interface RoadEnds {
	from: string;
	to: string;
}

/** A road, and the marks along it. */
export interface TownRoad extends RoadEnds {
	/** Tone of the road: a full line for right, a dashed line with a cross for wrong and doubt, and no line of its own for odd. */
	tone?: Tone | 'doubt' | undefined;
	/** How bright the road's lamps are, from 0 to 1. */
	lit?: number;
	/** Number of events along the road; each is a small stroke. */
	events?: number;
}

export interface TownPlan {
	/** Places: `x`, `y` and a sign by name, or a list. A place with the name of a landmark has that landmark's sign. */
	places: Record<string, TownPlaceTuple> | readonly TownPlace[];
	/** Roads: the names of both ends, as in `market-station`, or objects with both ends. */
	roads: readonly (string | TownRoad)[];
	hasNames?: boolean;
	/** The place of each camera. */
	cameras?: readonly string[];
}

/** Finds positions on a drawn map. */
export interface TownMap {
	/** Returns a point of a road, from 0 at its beginning to 1 at its end. For an unknown road, the middle of the map. */
	along(road: RoadEnds, part: number): Place;
}

/** A town whose places and roads have positions, for the functions that draw the map. */
export interface TownLayout extends TownMap {
	area: Area;
	places: { name: string; at: Place; sign: Landmark | undefined }[];
	roads: TownRoad[];
}

/** Computes the positions of a town's places and roads in an area. Leaves out roads to unknown places. */
export function layOutTown(area: Area, { places, roads }: TownPlan): TownLayout {
	const { x, y, width, height } = area;
	const size = Math.max(0.8, width / 430);
	const townPlaces = isPlaceList(places) ? places : Object.entries(places).map(toTownPlace);
	const placedPlaces = townPlaces.map(({ name, sign = name, x: right, y: down }) => {
		const at = { x: x + right * width, y: y + down * height, size };
		return { name, at, sign: isLandmark(sign) ? sign : undefined };
	});
	const findPlace = (name: string) => placedPlaces.find((each) => each.name === name);
	return {
		area,
		places: placedPlaces,
		roads: roads.map(parseRoad).filter(({ from, to }) => findPlace(from) && findPlace(to)),
		along({ from, to }, part) {
			const [begins, ends] = [findPlace(from)?.at, findPlace(to)?.at];
			if (!begins || !ends) return { x: x + width / 2, y: y + height / 2, size };
			return { x: begins.x + (ends.x - begins.x) * part, y: begins.y + (ends.y - begins.y) * part, size };
		}
	};
}

const isPlaceList = (places: TownPlan['places']): places is readonly TownPlace[] => Array.isArray(places);

const toTownPlace = ([name, [x, y, sign]]: [string, TownPlaceTuple]): TownPlace => ({ name, x, y, sign });

function parseRoad(road: string | TownRoad): TownRoad {
	if (typeof road !== 'string') return road;
	const [from = '', to = ''] = road.split('-');
	return { from, to };
}
