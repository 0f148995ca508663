import { expect, test } from 'vitest';
import { depot, homes } from './data/places.ts';
import { km, nearest, tourKm, twoOpt } from './main.ts';

interface Spot {
	name: string;
	lat: number;
	lon: number;
}

const at = (name: string, lat: number, lon: number): Spot => ({ name, lat, lon });
const names = (places: Spot[]) => places.map(({ name }) => name);
const found = (name: string) => homes.find((place) => place.name === name) ?? depot;

/** Measured here, so that this step is judged by its own work. */
function distance(a: Spot, b: Spot): number {
	const part = Math.PI / 180;
	const north = Math.sin(((b.lat - a.lat) * part) / 2) ** 2;
	const east = Math.sin(((b.lon - a.lon) * part) / 2) ** 2;
	return 2 * 6371 * Math.asin(Math.sqrt(north + Math.cos(a.lat * part) * Math.cos(b.lat * part) * east));
}

const length = (tour: Spot[]) =>
	tour.reduce((sum, place, index) => sum + distance(place, tour[(index + 1) % tour.length] ?? place), 0);

/** How many kilometres turning one part around would still save, at best. */
function stillToSave(tour: Spot[]): number {
	let most = 0;
	for (let from = 1; from < tour.length - 1; from++) {
		for (let to = from + 1; to < tour.length; to++) {
			const [before, first, last, after] = [tour[from - 1], tour[from], tour[to], tour[(to + 1) % tour.length]];
			if (!before || !first || !last || !after) continue;
			const saved = distance(before, first) + distance(last, after) - distance(before, last) - distance(first, after);
			most = Math.max(most, saved);
		}
	}
	return most;
}

/** The round that always goes on to the nearest home: 50 km, three crossings, and Anse-Grise left to the end. */
const greedy = [
	...['Valcendre', 'Hautpré', 'Fontsec', 'Ronceval', 'Cap-Loriot', 'Gué-Blanc', 'Étanville', 'Prémoulin'],
	...['Lisière', 'Bois-Hardi', 'Drouvin', 'Montclair', 'Anse-Grise']
].map(found);

const crossed = [at('depot', 46.7, -2), at('a', 46.8, -1.9), at('b', 46.8, -2), at('c', 46.7, -1.9)];

test('starts-at-depot', () => {
	expect(twoOpt(greedy)[0]?.name).toBe('Valcendre');
	// Here the way out and the way home are the ones that cross.
	const [first, ...others] = crossed;
	for (const tour of [crossed, [...(first ? [first] : []), ...others.reverse()]]) {
		expect(twoOpt(tour)[0]?.name).toBe('depot');
	}
});

test('each-once', () => {
	const tour = names(twoOpt(greedy));
	expect(tour).toHaveLength(13);
	expect([...tour].sort()).toEqual([...names(greedy)].sort());
});

test('short-rounds', () => {
	expect(names(twoOpt([depot]))).toEqual(['Valcendre']);
	expect(names(twoOpt(greedy.slice(0, 2)))).toEqual(['Valcendre', 'Hautpré']);
	expect([...names(twoOpt(greedy.slice(0, 3)))].sort()).toEqual(['Fontsec', 'Hautpré', 'Valcendre']);
});

test('uncrosses', () => {
	expect(length(twoOpt(crossed))).toBeCloseTo(37.5, 0);
});

test('never-longer', () => {
	for (const tour of [crossed, greedy, [depot, ...homes]]) {
		const [before, after] = [length(tour), length(twoOpt(tour))];
		expect({ before, after, longer: after > before + 1e-6 }).toEqual({ before, after, longer: false });
	}
});

test('nothing-left-to-turn', () => {
	for (const tour of [greedy, [depot, ...homes]]) {
		const left = stillToSave(twoOpt(tour));
		expect({ kmStillToSave: left < 0.001 ? 0 : Math.ceil(left * 100) / 100 }).toEqual({ kmStillToSave: 0 });
	}
});

test('at-most-40-km', () => {
	const tour = twoOpt(greedy);
	expect(names(tour)).toContain('Anse-Grise');
	expect(length(tour)).toBeLessThan(40);
});

test('keeps-the-list', () => {
	const given = [...greedy];
	twoOpt(given);
	expect(names(given)).toEqual(names(greedy));
});

// What the steps before promised still holds: the van follows all four functions.
test('km-still-right', () => {
	expect(km(at('here', 0, 0), at('there', 0, 1))).toBeCloseTo(111.19, 1);
	expect(km(at('here', 46.7, -2), at('there', 46.7, -1))).toBeCloseTo(76.26, 1);
});

test('tour-km-still-right', () => {
	expect(tourKm(greedy)).toBeCloseTo(length(greedy), 1);
	expect(tourKm(greedy.slice(0, 2))).toBeCloseTo(2 * length(greedy.slice(0, 1)) + length(greedy.slice(0, 2)), 1);
});

test('nearest-still-right', () => {
	const given = [...homes];
	expect(names(nearest(depot, given))).toEqual(names(greedy));
	expect(names(given)).toEqual(names(homes));
});
