export function trays(meals: number): number {
	return Math.round(meals / 8);
}
