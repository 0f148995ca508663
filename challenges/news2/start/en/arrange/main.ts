import type { Level, Observation } from './given.ts';

/** Takes the temperature, in °C. Returns points: 0, all is well; 3, it is serious. */
export function temperaturePoints(celsius: number): number {
	if (celsius <= 35) return 3;
	if (celsius <= 36) return 1;
	if (celsius <= 38) return 0;
	if (celsius <= 39) return 1;
	return 2;
}

/** Takes the breaths a minute. Returns points, from 0 to 3. */
export function breathPoints(breaths: number): number {
	return 0;
}

/** Takes the measurements of a bed. Returns its score: the greater, the more worrying. */
export function news2(bed: Observation): number {
	return breathPoints(bed.breaths) + temperaturePoints(bed.temperature);
}

/** Takes the measurements of a bed. Returns what to do. */
export function response(bed: Observation): Level {
	if (news2(bed) >= 2) return 'continuous';
	return 'routine';
}
