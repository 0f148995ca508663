import { halfHours } from './given.ts';

// Later, the line of the sum will have to change:
// 50 cents for each half-hour started, which halfHours(minutes) can count.

/** Is given the length of the stay, in minutes. Answers the price to pay, in cents. */
export function price(minutes: number): number {
	return (minutes - 20) * 5;
}
