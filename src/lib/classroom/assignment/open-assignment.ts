import { parseAssignmentAnswer, parseStudentAssignment, type StudentAssignment } from '#lib/wire/student-assignment.ts';
import { storeAssignment, readAssignment, type StoredAssignment } from '#lib/storage/assignments.ts';

export type AssignmentLoadResult =
	/** `isWorkUnsent`: whether the server has not been told yet which work belongs to the assignment. */
	| { kind: 'loaded'; assignment: StudentAssignment; isWorkUnsent: boolean }
	| { kind: 'refused'; status: number; reason: string }
	| { kind: 'no-network' };

type LoadedAssignment = Extract<AssignmentLoadResult, { kind: 'loaded' }>;

/** Milliseconds to wait for the server when the assignment stored in this browser was open for work. */
const SERVER_WAIT_IF_OPEN_MILLISECONDS = 3000;
/** Milliseconds to wait for the server when the assignment stored in this browser was not open: it may have opened since. */
const SERVER_WAIT_IF_NOT_OPEN_MILLISECONDS = 15_000;

const assignmentApiAddress = (id: string, account: string): string =>
	`/api/assignments/${encodeURIComponent(id)}?${new URLSearchParams({ account }).toString()}`;

async function fetchAssignment(
	id: string,
	account: string,
	fetchResponse: typeof fetch
): Promise<AssignmentLoadResult> {
	try {
		const response = await fetchResponse(assignmentApiAddress(id, account));
		const answer = parseAssignmentAnswer(await response.json());
		if (answer?.kind === 'assignment') return { kind: 'loaded', assignment: answer.told, isWorkUnsent: false };
		// An answer that is not in Braise's format, such as a network's login page, counts as no network.
		return answer ? { kind: 'refused', status: response.status, reason: answer.reason } : { kind: 'no-network' };
	} catch {
		return { kind: 'no-network' };
	}
}

/** Only a browser reads the stored assignment, which it shows when the server does not answer in time. */
export async function loadStudentAssignment(
	id: string,
	account: string,
	fetchResponse: typeof fetch,
	isInBrowser: boolean
): Promise<AssignmentLoadResult> {
	const serverResult = fetchAssignment(id, account, fetchResponse);
	if (!isInBrowser) return serverResult;
	const storedResult = await readStoredAssignment(account, id);
	const patience = storedResult && waitForServerTimeout(storedResult.assignment);
	const firstResult = await (patience ? Promise.race([serverResult, patience]) : serverResult);
	if (firstResult === undefined && storedResult)
		void serverResult.then((late) => storeLateResult(account, storedResult, late));
	if (firstResult?.kind === 'loaded') return await storeLoadedAssignment(account, firstResult.assignment);
	if (firstResult?.kind === 'refused') return firstResult;
	return storedResult ?? { kind: 'no-network' };
}

function waitForServerTimeout({ subject, closedAt }: StudentAssignment): Promise<undefined> {
	const isOpenForWork = subject !== null && closedAt === null;
	return new Promise((resolve) =>
		setTimeout(resolve, isOpenForWork ? SERVER_WAIT_IF_OPEN_MILLISECONDS : SERVER_WAIT_IF_NOT_OPEN_MILLISECONDS)
	);
}

/** Stores an answer that came late, unless a work was bound to the assignment since: the older answer would undo that binding. */
async function storeLateResult(account: string, shown: LoadedAssignment, late: AssignmentLoadResult): Promise<void> {
	if (late.kind !== 'loaded') return;
	const row = await readAssignment(account, shown.assignment.id);
	if (row === null || row.work !== shown.assignment.work) return;
	if (toLoadedAssignment(shown.assignment, row).isWorkUnsent !== shown.isWorkUnsent) return;
	await storeLoadedAssignment(account, late.assignment);
}

async function readStoredAssignment(account: string, id: string): Promise<LoadedAssignment | undefined> {
	const row = await readAssignment(account, id);
	const assignment = parseStudentAssignment(row?.told);
	return row && assignment ? toLoadedAssignment(assignment, row) : undefined;
}

async function storeLoadedAssignment(account: string, assignment: StudentAssignment): Promise<LoadedAssignment> {
	return toLoadedAssignment(
		assignment,
		await storeAssignment(account, { id: assignment.id, told: assignment, work: assignment.work })
	);
}

const toLoadedAssignment = (assignment: StudentAssignment, { work, bound }: StoredAssignment): LoadedAssignment => ({
	kind: 'loaded',
	assignment: { ...assignment, work },
	isWorkUnsent: work !== null && !bound
});
