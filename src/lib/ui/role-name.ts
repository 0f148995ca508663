import type { Role } from '#lib/domain/access.ts';
import { m } from '#lib/paraglide/messages.js';

/** Names of the roles, listed one by one: with computed names the bundle would contain every message. */
const ROLE_NAMES: Record<Role, () => string> = {
	student: () => m.account_who_student(),
	applicant: () => m.account_who_applicant(),
	teacher: () => m.account_who_teacher(),
	partner: () => m.account_who_partner(),
	curator: () => m.account_who_curator()
};

export const roleName = (role: Role): string => ROLE_NAMES[role]();
