// The setting of the alarm.
const warmest = 12;

/** Takes a temperature, in degrees. Returns 'ok', 'warm' (too warm) or 'cold' (too cold). */
export function status(celsius: number): string {
	if (celsius > warmest) {
		return 'warm';
	}
	return 'ok';
}
