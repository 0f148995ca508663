import { halfHours } from './given.ts';

/** Stops counting after four half-hours. */
export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return Math.min(halfHours(minutes), 4) * 50;
}
