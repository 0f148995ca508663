// Le réglage de l'alarme.
const warmest = 12;

/** Reçoit une température, en degrés. Renvoie 'ok', 'warm' (trop chaud) ou 'cold' (trop froid). */
export function status(celsius: number): string {
	if (celsius > warmest) {
		return 'warm';
	}
	return 'ok';
}
