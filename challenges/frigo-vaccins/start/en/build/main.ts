/** Takes a temperature, in degrees. Returns 'ok', 'warm' (too warm) or 'cold' (too cold). */
export function status(celsius: number): string {
	if (celsius > 8) {
		return 'warm';
	}
	if (celsius < 2) {
		return 'cold';
	}
	return 'ok';
}

/** Takes the readings of the night, one every 15 minutes. Returns the number of minutes spent outside 2 to 8 degrees. */
export function minutesOut(readings: number[]): number {
	let minutes = 0;
	// Write your loop here: each reading that is not 'ok' adds 15 minutes.
	return minutes;
}
