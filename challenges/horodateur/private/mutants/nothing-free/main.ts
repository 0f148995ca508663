import { halfHours } from './given.ts';

/** The free minutes are forgotten. */
export function price(minutes: number): number {
	return halfHours(minutes) * 50;
}
