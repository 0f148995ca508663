export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return halfHours(minutes) * 50;
}

export function halfHours(minutes: number): number {
	return Math.ceil(minutes / 30);
}
