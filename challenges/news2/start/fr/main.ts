import type { Level, Observation } from './given.ts';

/** Reçoit la température, en °C. Renvoie des points : 0, tout va bien ; 3, c'est grave. */
export function temperaturePoints(celsius: number): number {
	if (celsius <= 35) return 3;
	if (celsius <= 36) return 1;
	if (celsius <= 38) return 0;
	if (celsius <= 39) return 1;
	return 2;
}

/** Reçoit les mesures d'un lit. Renvoie son score : plus il est grand, plus c'est inquiétant. */
export function news2(bed: Observation): number {
	return temperaturePoints(bed.temperature);
}

/** Reçoit les mesures d'un lit. Renvoie ce qu'il faut faire. */
export function response(bed: Observation): Level {
	if (news2(bed) >= 2) return 'continuous';
	return 'routine';
}
