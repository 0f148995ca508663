/** Reçoit une température, en degrés. Renvoie 'ok', 'warm' (trop chaud) ou 'cold' (trop froid). */
export function status(celsius: number): string {
	if (celsius > 8) {
		return 'warm';
	}
	return 'ok';
}
