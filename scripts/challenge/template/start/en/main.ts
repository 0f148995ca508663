/** Takes the number of meals. Returns the number of trays to heat. */
export function trays(meals: number): number {
	return meals / 8;
}
