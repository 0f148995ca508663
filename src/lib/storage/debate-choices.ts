import { withNonAssignmentRows } from './assignments.ts';

const debateChoicesRowId = (assignmentId: string): string => `${assignmentId} choices`;

export function readDebateChoices(account: string, assignmentId: string): Promise<unknown> {
	return withNonAssignmentRows<unknown>(account, undefined, async (store) =>
		store.get(debateChoicesRowId(assignmentId))
	);
}

export function storeDebateChoices(
	account: string,
	assignmentId: string,
	waitingChoices: readonly object[]
): Promise<void> {
	return withNonAssignmentRows(account, undefined, async (store) => {
		if (waitingChoices.length > 0) await store.put({ id: debateChoicesRowId(assignmentId), waiting: waitingChoices });
		else await store.delete(debateChoicesRowId(assignmentId));
	});
}
