/** Reçoit une température, en degrés. Renvoie 'ok', 'warm' (trop chaud) ou 'cold' (trop froid). */
export function status(celsius: number): string {
	if (celsius > 8) {
		return 'warm';
	}
	if (celsius < 2) {
		return 'cold';
	}
	return 'ok';
}

/** Reçoit les relevés de la nuit, un toutes les 15 minutes. Renvoie le nombre de minutes passées hors de 2 à 8 degrés. */
export function minutesOut(readings: number[]): number {
	let minutes = 0;
	// Écris ta boucle ici : chaque relevé qui n'est pas 'ok' ajoute 15 minutes.
	return minutes;
}
