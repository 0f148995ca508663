/** Stores debate choices that the server has not answered, so that closing the page loses none. */
import { withAssignmentStore } from './assignments.ts';

const rowIdOf = (assignmentId: string): string => `${assignmentId} choices`;

export function readDebateChoices(account: string, assignmentId: string): Promise<unknown> {
	return withAssignmentStore<unknown>(account, undefined, async (store) => store.get(rowIdOf(assignmentId)));
}

export function storeDebateChoices(
	account: string,
	assignmentId: string,
	waitingChoices: readonly object[]
): Promise<void> {
	return withAssignmentStore(account, undefined, async (store) => {
		if (waitingChoices.length > 0) await store.put({ id: rowIdOf(assignmentId), waiting: waitingChoices });
		else await store.delete(rowIdOf(assignmentId));
	});
}
