/** Debate choices the server has not answered yet, stored so that closing the page loses none. */
import { inAssignments } from './assignments.ts';

const rowOf = (assignment: string): string => `${assignment} choices`;

export function storedChoices(account: string, assignment: string): Promise<unknown> {
	return inAssignments<unknown>(account, undefined, async (store) => store.get(rowOf(assignment)));
}

export function keepChoices(account: string, assignment: string, waiting: readonly object[]): Promise<void> {
	return inAssignments(account, undefined, async (store) => {
		if (waiting.length > 0) await store.put({ id: rowOf(assignment), waiting });
		else await store.delete(rowOf(assignment));
	});
}
