import { halfHours } from './given.ts';

// Plus tard, il faudra changer la ligne du calcul :
// 50 centimes pour chaque demi-heure commencée, que halfHours(minutes) sait compter.

/** Reçoit la durée de l'arrêt, en minutes. Répond le prix à payer, en centimes. */
export function price(minutes: number): number {
	return (minutes - 20) * 5;
}
