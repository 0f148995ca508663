// Les deux réglages du parcmètre.
const freeMinutes = 0;
const centsPerMinute = 2;

/** Reçoit la durée de l'arrêt, en minutes. Renvoie le prix à payer, en centimes. */
export function price(minutes: number): number {
	return (minutes - freeMinutes) * centsPerMinute;
}
