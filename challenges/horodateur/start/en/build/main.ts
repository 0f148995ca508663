import { halfHours } from './given.ts';

/** Takes the length of the stay, in minutes. Returns the price to pay, in cents. */
export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	// Change this line: 50 cents for each half-hour started, which halfHours(minutes) can count.
	return (minutes - 20) * 5;
}
