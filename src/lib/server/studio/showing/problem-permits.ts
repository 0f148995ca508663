/** Permits requests about a problem or its folder to the teacher who has claimed the problem. */
import { eq } from 'drizzle-orm';
import { isActionAllowed, type AccessAction, type AccessRelation } from '#lib/domain/access.ts';
import { isId } from '#lib/domain/identity.ts';
import { demandAccess } from '#lib/server/access/index.ts';
import type { ProblemRow } from '#lib/server/contributions/problem-rows.ts';
import { findRelationsToProblem } from '#lib/server/contributions/relations.ts';
import { database } from '#lib/server/db/index.ts';
import { problem } from '#lib/server/db/schema/index.ts';
import type { ApiRequestEvent, PermissionCheck } from '#lib/server/http/api.ts';
import { problemOfFolder } from './problem-folders.ts';

type ProblemPermissionCheck = PermissionCheck<{ row: ProblemRow }, 'forbidden' | 'absent'>;
type Person = Parameters<ProblemPermissionCheck>[0];

/**
 * Finds the problem that a request is about, and the person's relations to it; undefined when the person may not learn that the
 * problem exists.
 */
type ProblemFinder = (
	person: Person,
	event: ApiRequestEvent
) => Promise<{ row: ProblemRow; relations: AccessRelation[] } | undefined>;

const permitOnFoundProblem =
	(action: AccessAction, find: ProblemFinder): ProblemPermissionCheck =>
	async (person, refuse, event) => {
		if (!isActionAllowed(person.role, action, ['claims'])) return refuse('forbidden');
		const foundProblem = await find(person, event);
		if (!foundProblem || !isActionAllowed(person.role, action, foundProblem.relations)) return refuse('absent');
		demandAccess(event, action, foundProblem.relations);
		return { row: foundProblem.row };
	};

/** Permits requests to routes with a parameter `problem`. */
export const permitClaimedProblem = (action: AccessAction): ProblemPermissionCheck =>
	permitOnFoundProblem(action, async (person, event) => {
		const id = event.params['problem'];
		const [row] = isId(id) ? await database().select().from(problem).where(eq(problem.id, id)) : [];
		return row && { row, relations: await findRelationsToProblem(database(), row, person.id) };
	});

/** Permits requests to routes with a parameter `work`: a folder that was begun from a problem. */
export const permitProblemFolder = (action: AccessAction): ProblemPermissionCheck =>
	permitOnFoundProblem(action, async (person, event) => {
		const work = event.params['work'];
		return isId(work) ? problemOfFolder(database(), person.id, work) : undefined;
	});
