/** Takes a temperature, in degrees. Returns 'ok', 'warm' (too warm) or 'cold' (too cold). */
export function status(celsius: number): string {
	if (celsius > 8) {
		return 'warm';
	}
	return 'ok';
}
