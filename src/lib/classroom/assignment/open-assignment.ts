/** Loads an assignment for its page, from the server or, offline, from this browser. */
import { parseAssignmentAnswer, parseStudentAssignment, type StudentAssignment } from '#lib/wire/student-assignment.ts';
import { storeAssignment, readAssignment, type StoredAssignment } from '#lib/storage/assignments.ts';

export type AssignmentLoadResult =
	/** `isWorkUnsent`: the server does not know yet which work belongs to the assignment. */
	| { kind: 'loaded'; assignment: StudentAssignment; isWorkUnsent: boolean }
	| { kind: 'refused'; status: number; reason: string }
	| { kind: 'no-network' };

type LoadedAssignment = Extract<AssignmentLoadResult, { kind: 'loaded' }>;

/** Milliseconds to wait for the server when this browser has stored the assignment, and students could work on it then. */
const PATIENCE_MILLISECONDS = 3000;
/** Milliseconds to wait when they could not: it may have opened since, and the student would be kept out for no reason. */
const LONGER_PATIENCE_MILLISECONDS = 15_000;

const addressOf = (id: string, account: string): string =>
	`/api/assignments/${encodeURIComponent(id)}?${new URLSearchParams({ account }).toString()}`;

async function fetchAssignment(
	id: string,
	account: string,
	fetchResponse: typeof fetch
): Promise<AssignmentLoadResult> {
	try {
		const response = await fetchResponse(addressOf(id, account));
		const answer = parseAssignmentAnswer(await response.json());
		if (answer?.kind === 'assignment') return { kind: 'loaded', assignment: answer.told, isWorkUnsent: false };
		// An answer that is not in Braise's format, such as the login page of a network, counts as no network.
		return answer ? { kind: 'refused', status: response.status, reason: answer.reason } : { kind: 'no-network' };
	} catch {
		return { kind: 'no-network' };
	}
}

/**
 * Loads an assignment, on the server or in the browser. Stored assignments are read only in the browser; the page itself is rendered
 * without the person's data.
 */
export async function loadStudentAssignment(
	id: string,
	account: string,
	fetchResponse: typeof fetch,
	isInBrowser: boolean
): Promise<AssignmentLoadResult> {
	const serverResult = fetchAssignment(id, account, fetchResponse);
	if (!isInBrowser) return serverResult;
	const storedResult = await readStoredAssignment(account, id);
	const patience = storedResult && waitForPatience(storedResult.assignment);
	const firstResult = await (patience ? Promise.race([serverResult, patience]) : serverResult);
	if (firstResult === undefined && storedResult)
		void serverResult.then((late) => storeLateResult(account, storedResult, late));
	if (firstResult?.kind === 'loaded') return await storeLoadedAssignment(account, firstResult.assignment);
	if (firstResult?.kind === 'refused') return firstResult;
	return storedResult ?? { kind: 'no-network' };
}

function waitForPatience({ subject, closedAt }: StudentAssignment): Promise<undefined> {
	const isOpenForWork = subject !== null && closedAt === null;
	return new Promise((resolve) =>
		setTimeout(resolve, isOpenForWork ? PATIENCE_MILLISECONDS : LONGER_PATIENCE_MILLISECONDS)
	);
}

/** Stores an answer that came late, unless a work was bound since: an older answer would undo that. */
async function storeLateResult(account: string, shown: LoadedAssignment, late: AssignmentLoadResult): Promise<void> {
	if (late.kind !== 'loaded') return;
	const row = await readAssignment(account, shown.assignment.id);
	if (row === null || row.work !== shown.assignment.work) return;
	if (loadedResult(shown.assignment, row).isWorkUnsent !== shown.isWorkUnsent) return;
	await storeLoadedAssignment(account, late.assignment);
}

async function readStoredAssignment(account: string, id: string): Promise<LoadedAssignment | undefined> {
	const row = await readAssignment(account, id);
	const assignment = parseStudentAssignment(row?.told);
	return row && assignment ? loadedResult(assignment, row) : undefined;
}

async function storeLoadedAssignment(account: string, assignment: StudentAssignment): Promise<LoadedAssignment> {
	return loadedResult(
		assignment,
		await storeAssignment(account, { id: assignment.id, told: assignment, work: assignment.work })
	);
}

const loadedResult = (assignment: StudentAssignment, { work, bound }: StoredAssignment): LoadedAssignment => ({
	kind: 'loaded',
	assignment: { ...assignment, work },
	isWorkUnsent: work !== null && !bound
});
