/** Tests that only the teacher who claimed a problem may ask about its folder, checked in one query. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import type { Role, Person } from '#lib/domain/access.ts';
import { storeTestPerson } from '#lib/server/assignments/testing.ts';
import { findRelationsToProblem } from '#lib/server/contributions/require-problem.ts';
import type { Connection } from '#lib/server/db/database.ts';
import { problem } from '#lib/server/db/schema/index.ts';
import { createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import type { ApiRequestEvent } from '#lib/server/http/api.ts';
import { tieFolderToProblem, permitProblemFolder } from './problem-folders.ts';

const connectionHolder = vi.hoisted(() => ({ connection: undefined as Connection | undefined }));
vi.mock('#lib/server/db/index.ts', () => ({ database: () => connectionHolder.connection?.database }));
vi.mock('#lib/server/contributions/require-problem.ts', { spy: true });

let makerAccountId = '';

beforeAll(async () => {
	const connection = (connectionHolder.connection = await createFreshDatabase('pglite'));
	makerAccountId = await storeTestPerson(connection.database, 'teacher');
	await connection.database.insert(problem).values({
		id: 'claimed',
		source: 'visitor',
		language: 'fr',
		trade: 'food',
		place: 'Brest',
		card: EMPTY_PROBLEM_CARD,
		state: 'claimed',
		claimedBy: makerAccountId
	});
	await tieFolderToProblem(connection.database, { account: makerAccountId, workId: 'folder', problemId: 'claimed' });
});
afterAll(() => connectionHolder.connection?.close());

/** Sends a request about a folder as this person. Returns the id of the folder's problem, or the refusal. */
async function askPermission(id: string, role: Role, workId: string): Promise<string> {
	const person: Person = { id, role, name: id };
	const event = {
		locals: { person, checkedActions: new Set() },
		params: { work: workId }
	} as unknown as ApiRequestEvent;
	let refusal = '';
	const refuse = (reason: string) => {
		refusal = reason;
		return new Response();
	};
	const permission = await permitProblemFolder('problem.show')(person, refuse, event);
	return permission instanceof Response ? refusal : permission.row.id;
}

test('only the teacher who claimed the problem may ask about its folder, checked in one query', async () => {
	expect(await askPermission(makerAccountId, 'teacher', 'folder')).toBe('claimed');
	expect(findRelationsToProblem).toHaveBeenCalledTimes(1);
	expect(await askPermission(makerAccountId, 'teacher', 'another')).toBe('absent');
	expect(await askPermission('other', 'teacher', 'folder')).toBe('absent');
	expect(await askPermission(makerAccountId, 'applicant', 'folder')).toBe('forbidden');
});
