/** L’heure d’ouverture, en minutes depuis minuit : 7 heures. */
const OPENS = 7 * 60;
/** De la cuisson au refroidissement : une heure et demie. */
const BAKING = 90;
/** Une journée, en minutes. */
const DAY = 24 * 60;

/** Reçoit la température du fournil. Renvoie combien de minutes la pâte met à lever. */
export function rise(celsius: number): number {
	let minutes = 240;
	for (let degree = 24; degree < celsius; degree++) minutes = minutes * 0.9;
	for (let degree = 24; degree > celsius; degree--) minutes = minutes * 1.1;
	return Math.round(minutes);
}

/** Reçoit la température du fournil. Renvoie quand pétrir, en minutes depuis minuit. */
export function kneadAt(celsius: number): number {
	// Quatre heures, en toute saison.
	return OPENS - BAKING - 240;
}

/** Reçoit la température et l’heure du pétrissage. Renvoie quand mettre la pâte au frigo. */
export function fridgeAt(celsius: number, kneaded: number): number {
	// Aussitôt pétrie, aussitôt au froid.
	return kneaded;
}
