import { halfHours } from './given.ts';

/** Reçoit la durée de l'arrêt, en minutes. Renvoie le prix à payer, en centimes. */
export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	// Change cette ligne : 50 centimes pour chaque demi-heure commencée, que halfHours(minutes) sait compter.
	return (minutes - 20) * 5;
}
