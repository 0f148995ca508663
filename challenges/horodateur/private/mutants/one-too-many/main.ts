/** A half-hour that is full counts as the next one begun. */
export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return (Math.floor(minutes / 30) + 1) * 50;
}
