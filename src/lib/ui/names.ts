import { m } from '#lib/paraglide/messages.js';
import type { Piste, Trade } from '#lib/domain/challenge.ts';
import type { Role } from '#lib/domain/access.ts';

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

/** Names of the roles, listed one by one: with computed names the bundle would contain every message. */
const ROLE_NAMES: Record<Role, () => string> = {
	student: () => m.account_who_student(),
	applicant: () => m.account_who_applicant(),
	teacher: () => m.account_who_teacher(),
	partner: () => m.account_who_partner(),
	curator: () => m.account_who_curator()
};

export const roleName = (role: Role): string => ROLE_NAMES[role]();

/** Returns the address of the assignment in the person's class if there is one, else of the challenge. */
export function chooseChallengeAddress(
	challengeId: string,
	classAssignment: { assignment: string } | undefined
): string {
	return classAssignment ? `/assignments/${classAssignment.assignment}` : `/challenges/${challengeId}`;
}
