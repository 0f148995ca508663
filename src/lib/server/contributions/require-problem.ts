/** Finds the problem of an address and demands an action; absent and unreadable problems get the same answer. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { eq } from 'drizzle-orm';
import type { AccessAction, AccessRelation, Person } from '#lib/domain/access.ts';
import { isId } from '#lib/domain/identity.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import { database, schema } from '#lib/server/db/index.ts';
import type { ProblemRow } from './problem-rows.ts';
import { findRelationsToProblem } from './relations.ts';

type ProblemAction = Exclude<
	Extract<AccessAction, `problem.${string}`>,
	'problem.tell' | 'problem.tell-in-class' | 'problem.follow' | 'problem.keep' | 'problem.list' | 'problem.invite'
>;

export async function demandProblemAccess(
	event: Pick<RequestEvent, 'locals' | 'params'>,
	action: ProblemAction
): Promise<{ person: Person; row: ProblemRow; relations: AccessRelation[] }> {
	const id = event.params['problem'] ?? '';
	const row = isId(id) ? await findProblemById(id) : undefined;
	const account = event.locals.person?.id;
	const relations = row && account !== undefined ? await findRelationsToProblem(database(), row, account) : [];
	const person = demandAccess(event, action, relations);
	if (!row) error(404);
	return { person, row, relations };
}

async function findProblemById(id: string): Promise<ProblemRow | undefined> {
	const [row] = await database().select().from(schema.problem).where(eq(schema.problem.id, id));
	return row;
}
