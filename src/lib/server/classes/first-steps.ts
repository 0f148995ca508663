import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Person } from '#lib/domain/access.ts';
import { anyOpenLinkCondition } from '#lib/server/auth/one-time-link.ts';
import type { Database } from '#lib/server/db/database.ts';
import { account, classTeacher, invitation } from '#lib/server/db/schema/index.ts';

/** What someone new to Braise has still to do: `class`: make a class; `invitation`: invite a teacher. */
export type FirstStep = 'class' | 'invitation';

/** Lists what a teacher or a curator has never done; empty for everyone else. A curator may leave the classes to others. */
export async function listFirstSteps(database: Database, person: Person | null): Promise<FirstStep[]> {
	if (person?.role !== 'teacher' && person?.role !== 'curator') return [];
	const ownClasses = await database
		.select({ id: classTeacher.classId })
		.from(classTeacher)
		.where(eq(classTeacher.accountId, person.id))
		.limit(1);
	const steps: FirstStep[] = ownClasses.length === 0 ? ['class'] : [];
	if (person.role === 'teacher') return steps;
	return (await hasColleagueOrInvitation(database, person.id)) ? [] : [...steps, 'invitation'];
}

async function hasColleagueOrInvitation(database: Database, curator: string): Promise<boolean> {
	const colleagues = await database
		.select({ id: account.id })
		.from(account)
		.where(and(inArray(account.role, ['teacher', 'curator']), ne(account.id, curator)))
		.limit(1);
	if (colleagues.length > 0) return true;
	const invitations = await database
		.select({ id: invitation.id })
		.from(invitation)
		.where(and(eq(invitation.purpose, 'role'), anyOpenLinkCondition()))
		.limit(1);
	return invitations.length > 0;
}
