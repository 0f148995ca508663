/** The country around Valcendre in kilometres, and who lives there. */
import { coastAt, type CountryPlan, type Point, type Village } from 'braise/scene';
import { depot, homes, type Place } from '../data/places';

/** Its south-western corner, and the kilometres of a degree there. */
const [SOUTH, WEST] = [46.64, -2.06];
const [KM_NORTH, KM_EAST] = [111.19, 76.27];

export const pointOf = ({ lat, lon }: Place) => ({ x: (lon - WEST) * KM_EAST, y: (lat - SOUTH) * KM_NORTH });

/**
 * Who waits in each village, whether they see nobody else all day, and what one knows the village by.
 * Those alone are chosen so that the shortest round serves one of them late, either way round.
 */
const known: Record<string, { guest: string; isAlone?: true; sign?: Village['sign'] }> = {
	'Anse-Grise': { guest: 'Odette', isAlone: true, sign: ['lighthouse', -25, 9] },
	'Bois-Hardi': { guest: 'Marcel', sign: ['church', 20, -1] },
	'Cap-Loriot': { guest: 'Yvonne', sign: ['church', -16, 3] },
	Drouvin: { guest: 'Ahmed' },
	Étanville: { guest: 'Raymond', sign: ['ponds', 0, 0] },
	Fontsec: { guest: 'Lucienne', isAlone: true, sign: ['church', 18, 1] },
	'Gué-Blanc': { guest: 'Simone' },
	Hautpré: { guest: 'Georges', isAlone: true },
	Lisière: { guest: 'Denise' },
	Montclair: { guest: 'Fernand', sign: ['church', -18, 1] },
	Prémoulin: { guest: 'Jeanne', sign: ['windmill', 24, 2] },
	Ronceval: { guest: 'Paulette', isAlone: true }
};

export const guestOf = ({ name }: Place): string | undefined => known[name]?.guest;
export const isAlone = ({ name }: Place): boolean => known[name]?.isAlone ?? false;

export const land: CountryPlan = {
	extent: { left: -0.7, right: 14.6, bottom: -0.1, top: 10.85 },
	villages: [
		...homes.map((home) => ({ name: home.name, ...pointOf(home), sign: known[home.name]?.sign })),
		{ name: depot.name, ...pointOf(depot), isKitchen: true }
	],
	coast: [
		0.88, -2, 0.86, -1, 1.23, 0, 1.47, 1, 1.14, 2, 1.07, 3, 0.8, 4, 0.64, 5, 1.08, 6, 1.19, 7, 1.31, 8, 1.57, 9, 1.36,
		10, 1.57, 11, 1.92, 12, 2.22, 13
	],
	river: [
		13.6, 3.3, 12.1, 4.3, 10.9, 4.1, 9.7, 5.9, 7.9, 6.9, 6.3, 6.1, 5, 7.3, 3.65, 6.75, 2.7, 5.9, 1.8, 6.2, 1.2, 5.85,
		0.55, 5.7
	],
	bridges: [[3.66, 6.76]],
	hills: [
		[11.2, 10.4, 4.6, 2.6, 4],
		[14.6, 2.4, 3.5, 3.1, 5],
		[15.6, 7.4, 2.4, 2, 3],
		[5.2, -0.4, 2.9, 1.5, 3]
	],
	woods: [
		[12.2, 9.9, 22],
		[10.9, 9.7, 10],
		[8.1, 3.2, 12],
		[5.4, 3.6, 13],
		[5.1, 9.7, 9],
		[13.7, 5.6, 12],
		[10.6, 0.9, 12],
		[14.3, 9, 10],
		[7.5, 10.2, 7],
		[3.1, 3.2, 6],
		[11.6, 1.6, 7]
	]
};

export const isInSea = ({ x, y }: Point) => x < coastAt(land, y) - 0.1;

const radians = Math.PI / 180;

/** How far it is in truth, as the crow flies: what the van's own counter says, whatever the program returns. */
export function trueKm(a: Place, b: Place): number {
	const north = Math.sin(((b.lat - a.lat) * radians) / 2) ** 2;
	const east = Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
	return 2 * 6371 * Math.asin(Math.sqrt(north + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * east));
}

/** A home beyond the list, without a name of its own. */
function further(number: number): Place {
	// A step by the golden ratio never comes back near where it was.
	const y = 0.9 + ((number * 0.754878) % 1) * 9;
	const west = coastAt(land, y) + 0.7;
	const x = west + ((number * 0.618034) % 1) * (land.extent.right - 0.7 - west);
	return { name: `${homes.length + number}`, lat: SOUTH + y / KM_NORTH, lon: WEST + x / KM_EAST };
}

/** With more homes than the country has, for a hand. */
export const allHomes: Place[] = [...homes, ...Array.from({ length: 28 }, (_, index) => further(index + 1))];

export { depot, homes, type Place };
