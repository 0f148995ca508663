import { halfHours } from './given.ts';

/** `<` instead of `<=`: whoever stays exactly 20 minutes pays. */
export function price(minutes: number): number {
	if (minutes < 20) {
		return 0;
	}
	return halfHours(minutes) * 50;
}
