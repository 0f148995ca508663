import { halfHours } from './given.ts';

// The line of the calculation will change at the step “Write”:
// 50 cents for each half-hour started, which halfHours(minutes) can count.

/** Takes the length of the stay, in minutes. Returns the price to pay, in cents. */
export function price(minutes: number): number {
	return (minutes - 20) * 5;
}
