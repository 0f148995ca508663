export function trays(meals: number): number {
	return Math.max(1, Math.ceil(meals / 8));
}
