/** Reçoit le nombre de repas. Renvoie le nombre de bacs à réchauffer. */
export function trays(meals: number): number {
	return meals / 8;
}
