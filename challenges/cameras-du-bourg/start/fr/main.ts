import type { Camera, Street } from './given.ts';

/** Reçoit une caméra et une rue. Renvoie vrai si la caméra voit toute la rue. */
export function sees(camera: Camera, street: Street): boolean {
	// À refaire : c'est le calcul de la brochure.
	return street.metres <= camera.reach;
}

/** Reçoit un nombre de caméras, les emplacements possibles et les rues. Renvoie les emplacements choisis. */
export function place(n: number, spots: Camera[], streets: Street[]): Camera[] {
	// À refaire : ceci suit l'ordre de la liste, et la recommence quand elle est finie.
	const chosen: Camera[] = [];
	for (let count = 0; count < n; count = count + 1) {
		const spot = spots[count % spots.length];
		if (spot) chosen.push(spot);
	}
	return chosen;
}
