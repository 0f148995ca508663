import type { Place } from './given.ts';

/** Takes two places. Returns the distance between them, in kilometres. */
export function km(a: Place, b: Place): number {
	// To do again: this measures degrees, not kilometres.
	return Math.hypot(a.lat - b.lat, a.lon - b.lon);
}

/** Takes a round, depot first. Returns its length in kilometres, the way back to the depot included. */
export function tourKm(tour: Place[]): number {
	// To write.
	return 0;
}

/** Takes the depot and the homes. Returns a round: the depot, then each time the nearest home. */
export function nearest(depot: Place, places: Place[]): Place[] {
	// To do again: this follows the order of the list.
	return [depot, ...places];
}

/** Takes a round. Returns a round of the same places, in which turning a part around saves nothing more. */
export function twoOpt(tour: Place[]): Place[] {
	// To do again: this changes nothing.
	return tour;
}
