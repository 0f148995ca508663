// The two settings of the meter.
const freeMinutes = 0;
const centsPerMinute = 2;

/** Takes the length of the stay, in minutes. Returns the price to pay, in cents. */
export function price(minutes: number): number {
	return (minutes - freeMinutes) * centsPerMinute;
}
