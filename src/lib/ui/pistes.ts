/** Names of the pistes, which say how hard a challenge is. */
import { m } from '#lib/paraglide/messages.js';
import type { Piste } from '#lib/domain/challenge.ts';

const PISTE_NAMES: Record<Piste, () => string> = {
	green: m.piste_green,
	blue: m.piste_blue,
	red: m.piste_red,
	black: m.piste_black
};

export const pisteName = (piste: Piste): string => PISTE_NAMES[piste]();
