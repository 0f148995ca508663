/** Stores debate choices that the server has not answered, so that closing the page loses none. */
import { withAssignmentStore } from './assignments.ts';

const rowIdOf = (assignment: string): string => `${assignment} choices`;

export function readDebateChoices(account: string, assignment: string): Promise<unknown> {
	return withAssignmentStore<unknown>(account, undefined, async (store) => store.get(rowIdOf(assignment)));
}

export function storeDebateChoices(
	account: string,
	assignment: string,
	waitingChoices: readonly object[]
): Promise<void> {
	return withAssignmentStore(account, undefined, async (store) => {
		if (waitingChoices.length > 0) await store.put({ id: rowIdOf(assignment), waiting: waitingChoices });
		else await store.delete(rowIdOf(assignment));
	});
}
