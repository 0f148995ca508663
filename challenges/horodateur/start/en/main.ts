/** Takes the length of the stay, in minutes. Returns the price to pay, in cents. */
export function price(minutes: number): number {
	return minutes * 2;
}
