/** Reçoit un nom. Renvoie une clé : la même pour toutes les façons d'écrire ce nom. */
export function normalise(name: string): string {
	return name.toLowerCase();
}
