/** Counts whole half-hours only: the last one is given away. */
export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return Math.floor(minutes / 30) * 50;
}
