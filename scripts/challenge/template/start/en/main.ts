/** Takes the number of meals. Answers the number of trays to heat. */
export function trays(meals: number): number {
	return meals / 8;
}
