/** Choices in a debate that the server has not answered yet, beside what this browser was told of the assignment: a closed page loses none. */
import { inAssignments } from './assignments.ts';

const rowOf = (assignment: string): string => `${assignment} choices`;

/** As they were kept; whoever reads them parses them. */
export function storedChoices(account: string, assignment: string): Promise<unknown> {
	return inAssignments<unknown>(account, undefined, async (store) => store.get(rowOf(assignment)));
}

export function keepChoices(account: string, assignment: string, waiting: readonly object[]): Promise<void> {
	return inAssignments(account, undefined, async (store) => {
		if (waiting.length > 0) await store.put({ id: rowOf(assignment), waiting });
		else await store.delete(rowOf(assignment));
	});
}
