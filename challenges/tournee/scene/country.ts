/** The country in kilometres: x eastwards, y northwards, from its south-western corner. And who lives in each home. */
import { depot, homes, type Place } from '../data/places';

/** A point of the country, in kilometres. */
export interface Point {
	x: number;
	y: number;
}

export interface Guest {
	name: string;
	/** Sees nobody else all day. */
	alone: boolean;
}

const SOUTH = 46.64;
const WEST = -2.06;
const KM_NORTH = 111.19;
const KM_EAST = 76.27;

/** The part of the country that is always in the picture. */
export const extent = { left: -0.7, right: 14.6, bottom: -0.1, top: 10.85 };

/** West of it is the sea; the coast winds a little. */
export const coast = (y: number): number =>
	1.05 + Math.sin(y * 0.9 + 0.6) * 0.32 + Math.sin(y * 2.3) * 0.13 + (y > 8.4 ? (y - 8.4) * 0.3 : 0);

export const pointOf = (place: Place): Point => ({
	x: (place.lon - WEST) * KM_EAST,
	y: (place.lat - SOUTH) * KM_NORTH
});

/** Chosen so that the shortest round serves one of the four late, whichever way round it is driven. */
const guests: Record<string, Guest> = {
	'Anse-Grise': { name: 'Odette', alone: true },
	'Bois-Hardi': { name: 'Marcel', alone: false },
	'Cap-Loriot': { name: 'Yvonne', alone: false },
	Drouvin: { name: 'Ahmed', alone: false },
	Étanville: { name: 'Raymond', alone: false },
	Fontsec: { name: 'Lucienne', alone: true },
	'Gué-Blanc': { name: 'Simone', alone: false },
	Hautpré: { name: 'Georges', alone: true },
	Lisière: { name: 'Denise', alone: false },
	Montclair: { name: 'Fernand', alone: false },
	Prémoulin: { name: 'Jeanne', alone: false },
	Ronceval: { name: 'Paulette', alone: true }
};

export const guestOf = (place: Place): Guest => guests[place.name] ?? { name: place.name, alone: false };
export const isAlone = (place: Place): boolean => guestOf(place).alone;

const radians = Math.PI / 180;

/** How far it is in truth, as the crow flies: what the van's own counter says, whatever the program answers. */
export function trueKm(a: Place, b: Place): number {
	const north = Math.sin(((b.lat - a.lat) * radians) / 2) ** 2;
	const east = Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
	const part = north + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * east;
	return 2 * 6371 * Math.asin(Math.sqrt(part));
}

/** Homes beyond the list, without a name of their own, for a hand that wants more than the country has. */
const MORE = 28;

function further(number: number): Place {
	// A step by the golden ratio never comes back near where it was.
	const along = (number * 0.618034) % 1;
	const up = (number * 0.754878) % 1;
	const y = 0.9 + up * 9;
	const x = coast(y) + 0.7 + along * (extent.right - 1.4 - coast(y));
	return { name: `${homes.length + number}`, lat: SOUTH + y / KM_NORTH, lon: WEST + x / KM_EAST };
}

export const allHomes: Place[] = [...homes, ...Array.from({ length: MORE }, (_, index) => further(index + 1))];

/** A copy: whatever a program does to it, the country stays as it is. */
export const copyOf = (place: Place): Place => ({ ...place });

export { depot, homes, type Place };
