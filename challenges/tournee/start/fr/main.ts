import type { Place } from './given.ts';

/** Reçoit un nombre de maisons. Renvoie le nombre d'ordres possibles pour les visiter toutes. */
export function orders(homes: number): number {
	let count = 1;
	for (let left = homes; left > 1; left = left - 1) {
		count = count * left;
	}
	return count;
}

/** Reçoit deux lieux. Renvoie la distance entre eux, en kilomètres. */
export function km(a: Place, b: Place): number {
	// À refaire : ceci mesure des degrés, pas des kilomètres.
	return Math.hypot(a.lat - b.lat, a.lon - b.lon);
}

/** Reçoit une tournée, dépôt en premier. Renvoie sa longueur en kilomètres, retour au dépôt compris. */
export function tourKm(tour: Place[]): number {
	// À écrire.
	return 0;
}

/** Reçoit le dépôt et les maisons. Renvoie une tournée : le dépôt, puis chaque fois la maison la plus proche. */
export function nearest(depot: Place, places: Place[]): Place[] {
	// À refaire : ceci suit l'ordre de la liste.
	return [depot, ...places];
}

/** Reçoit une tournée. Renvoie une tournée des mêmes lieux, où retourner un morceau ne fait plus rien gagner. */
export function twoOpt(tour: Place[]): Place[] {
	// À refaire : ceci ne change rien.
	return tour;
}
