import type { Piste } from '#lib/domain/challenge.ts';
import { m } from '#lib/paraglide/messages.js';

const LEVEL_DESCRIPTIONS: Record<Piste, () => string> = {
	green: m.level_green,
	blue: m.level_blue,
	red: m.level_red,
	black: m.level_black
};

export const describeLevel = (piste: Piste): string => LEVEL_DESCRIPTIONS[piste]();
