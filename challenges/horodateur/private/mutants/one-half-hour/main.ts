/** The same price however long the stay. */
export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return 50;
}
