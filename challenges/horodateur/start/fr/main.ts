/** Reçoit la durée de l'arrêt, en minutes. Répond le prix à payer, en centimes. */
export function price(minutes: number): number {
	return minutes * 2;
}
