import { halfHours } from './given.ts';

/** Euros with a point instead of whole cents. */
export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return halfHours(minutes) * 0.5;
}
