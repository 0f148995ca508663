export function trays(meals: number): number {
	return Math.ceil(meals / 8);
}
