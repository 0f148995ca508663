/** A curator takes a role away. */
import { and, eq, inArray } from 'drizzle-orm';
import { database, schema } from '../db/index.ts';
import { otherCurators } from './curators.ts';
import { INVITED_ROLES } from './invitations.ts';
import { endLinksOf } from './one-time-link.ts';
import { endSessions } from './session.ts';

const { account } = schema;

export type Dismissal = 'dismissed' | 'last-curator' | 'absent';

/** Takes the role of an adult away. They wait for a curator again, as when they asked; their classes and works stay, links that they made do not. */
export async function dismiss(id: string): Promise<Dismissal> {
	const dismissal = await database().transaction(async (transaction): Promise<Dismissal> => {
		const others = await otherCurators(transaction, id);
		const [known] = await transaction
			.select({ role: account.role })
			.from(account)
			.where(and(eq(account.id, id), inArray(account.role, INVITED_ROLES)))
			.for('update');
		if (!known) return 'absent';
		if (known.role === 'curator' && others === 0) return 'last-curator';
		await transaction.update(account).set({ role: 'applicant', application: '' }).where(eq(account.id, id));
		await endLinksOf(transaction, id);
		return 'dismissed';
	});
	// What is told to them over an open page ends too.
	if (dismissal === 'dismissed') await endSessions(id);
	return dismissal;
}
