import { halfHours } from './given.ts';

/** Half-hours counted from minute 20 instead of minute 0. */
export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return halfHours(minutes - 20) * 50;
}
