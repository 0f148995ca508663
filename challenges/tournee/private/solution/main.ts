import type { Place } from './given.ts';

export function orders(homes: number): number {
	let count = 1;
	for (let left = homes; left > 1; left = left - 1) {
		count = count * left;
	}
	return count;
}

const radius = 6371;

export function km(a: Place, b: Place): number {
	const radians = Math.PI / 180;
	const north = Math.sin(((b.lat - a.lat) * radians) / 2) ** 2;
	const east = Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
	const part = north + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * east;
	return 2 * radius * Math.asin(Math.sqrt(part));
}

export function tourKm(tour: Place[]): number {
	let sum = 0;
	for (const [index, place] of tour.entries()) {
		sum = sum + km(place, tour[(index + 1) % tour.length] ?? place);
	}
	return sum;
}

export function nearest(depot: Place, places: Place[]): Place[] {
	const tour = [depot];
	const left = [...places];
	let here = depot;
	while (left.length > 0) {
		left.sort((a, b) => km(here, a) - km(here, b));
		here = left.shift() ?? depot;
		tour.push(here);
	}
	return tour;
}

export function twoOpt(tour: Place[]): Place[] {
	let best = tour;
	let shorter = true;
	while (shorter) {
		shorter = false;
		for (let from = 1; from < best.length - 1; from++) {
			for (let to = from + 1; to < best.length; to++) {
				const turned = [...best.slice(0, from), ...best.slice(from, to + 1).reverse(), ...best.slice(to + 1)];
				if (tourKm(turned) < tourKm(best)) {
					best = turned;
					shorter = true;
				}
			}
		}
	}
	return best;
}

/** The stretch: the minute of each arrival, counted from the departure. */
export function arrivals(tour: Place[]): number[] {
	const minutes: number[] = [];
	let now = 0;
	let before: Place | undefined;
	for (const place of tour) {
		if (before !== undefined) now = now + 2 * km(before, place);
		minutes.push(now);
		if (before !== undefined) now = now + 4;
		before = place;
	}
	return minutes;
}
