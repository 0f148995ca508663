import {
	arc,
	circle,
	fill,
	line,
	noFill,
	noStroke,
	PI,
	pop,
	push,
	scale,
	stroke,
	strokeWeight,
	translate
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';
import type { Area, Place } from '../stage.ts';
import type { Tone } from '../telling/says.ts';

const LANDMARK_NAMES = ['pharmacy', 'worship', 'townhall', 'market', 'station', 'home'] as const;
export type Landmark = (typeof LANDMARK_NAMES)[number];

const isLandmark = (name: string): name is Landmark => (LANDMARK_NAMES as readonly string[]).includes(name);

export function drawLandmark(landmark: Landmark, x: number, y: number, size: number): void {
	push();
	translate(x, y);
	scale(size / 28);
	noStroke();
	fill('rgba(60, 35, 10, 0.18)');
	circle(1, 2, 34);
	fill('#fffaf0');
	circle(0, 0, 34);
	if (landmark === 'pharmacy') {
		drawRoundedBox('#1f7d4f', -3.5, -10, 7, 20, 1);
		drawRoundedBox('#1f7d4f', -10, -3.5, 20, 7, 1);
	} else if (landmark === 'worship') {
		drawRoundedBox('#7a5b86', -8, -9, 16, 19, 8, 8, 0, 0);
		drawRoundedBox('#e9c98a', -4.5, -5, 9, 15, 4.5, 4.5, 0, 0);
	} else if (landmark === 'townhall') {
		drawPaperPiece('#3d6494', [-11, -4, 0, -11, 11, -4]);
		for (const left of [-9, -2, 5]) drawRoundedBox('#3d6494', left, -2, 4, 9);
		drawRoundedBox('#3d6494', -11, 8, 22, 3);
	} else if (landmark === 'market') {
		for (let stripe = 0; stripe < 4; stripe++) {
			const left = -10 + stripe * 5;
			drawPaperPiece(stripe % 2 === 0 ? '#c8502f' : '#f2cf9a', [
				left,
				-8,
				left + 5,
				-8,
				left + 5,
				0,
				left + 2.5,
				3,
				left,
				0
			]);
		}
		stroke('#7a4a2c');
		strokeWeight(2);
		line(-8, 2, -8, 10);
		line(8, 2, 8, 10);
		line(-9, 6, 9, 6);
	} else if (landmark === 'station') {
		drawRoundedBox('#37474c', -9, -10, 18, 16, 5, 5, 3, 3);
		drawRoundedBox('#bcd5d8', -6, -7, 12, 6, 1);
		noStroke();
		fill('#f2c14e');
		circle(-4.5, 2.5, 3.4);
		circle(4.5, 2.5, 3.4);
		stroke('#37474c');
		strokeWeight(2);
		line(-6, 7, -9, 11);
		line(6, 7, 9, 11);
	} else {
		drawPaperPiece('#8a4632', [-12, 0, 0, -11, 12, 0]);
		drawRoundedBox('#d69a6a', -8.5, 0, 17, 10);
		drawRoundedBox('#ffdf8e', -3, 2.5, 6, 7.5);
		noFill();
		stroke('#3d4c7a');
		strokeWeight(2);
		arc(10, -10, 8, 8, PI * 0.1, PI * 1.4);
	}
	pop();
}

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

export interface TownRoad extends RoadEnds {
	/** Tone of the road: a full line for right, a dashed line with a cross for wrong and doubt, and no line of its own for odd. */
	tone?: Tone | 'doubt' | undefined;
	/** How bright the road's lamps are, from 0 to 1. */
	lit?: number;
	events?: number;
}

export interface TownPlan {
	/** Places: `x`, `y` and a sign by name, or a list. A place with the name of a landmark has that landmark's sign. */
	places: Record<string, TownPlaceTuple> | readonly TownPlace[];
	/** Roads: the names of both ends, as in `market-station`, or objects with both ends. */
	roads: readonly (string | TownRoad)[];
	hasNames?: boolean;
	cameras?: readonly string[];
}

export interface TownMap {
	/** Returns a point of a road, from 0 at its beginning to 1 at its end. For an unknown road, the middle of the map. */
	along(road: RoadEnds, part: number): Place;
}

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
