import { m } from '#lib/paraglide/messages.js';
import type { Piste, Trade } from '#lib/domain/challenge.ts';

const PISTE_NAMES: Record<Piste, () => string> = {
	green: m.piste_green,
	blue: m.piste_blue,
	red: m.piste_red,
	black: m.piste_black
};

export const pisteName = (piste: Piste): string => PISTE_NAMES[piste]();

const TRADE_NAMES: Record<Trade, () => string> = {
	food: m.trade_food,
	logistics: m.trade_logistics,
	health: m.trade_health,
	civic: m.trade_civic,
	crafts: m.trade_crafts,
	school: m.trade_school
};

export const tradeName = (trade: Trade): string => TRADE_NAMES[trade]();

/** Returns the address of the assignment in the person's class if there is one, else of the challenge. */
export function chooseChallengeAddress(
	challengeId: string,
	classAssignment: { assignment: string } | undefined
): string {
	return classAssignment ? `/assignments/${classAssignment.assignment}` : `/challenges/${challengeId}`;
}
