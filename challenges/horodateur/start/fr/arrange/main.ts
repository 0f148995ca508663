import { halfHours } from './given.ts';

// La ligne du calcul changera à l'étape « Écrire » :
// 50 centimes pour chaque demi-heure commencée, que halfHours(minutes) sait compter.

/** Reçoit la durée de l'arrêt, en minutes. Renvoie le prix à payer, en centimes. */
export function price(minutes: number): number {
	return (minutes - 20) * 5;
}
