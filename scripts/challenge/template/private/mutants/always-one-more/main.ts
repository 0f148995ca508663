export function trays(meals: number): number {
	return Math.floor(meals / 8) + 1;
}
