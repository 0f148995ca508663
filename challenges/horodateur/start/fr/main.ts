/** Reçoit la durée de l'arrêt, en minutes. Renvoie le prix à payer, en centimes. */
export function price(minutes: number): number {
	return minutes * 2;
}
