import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readAssignment, storeAssignment } from '#lib/storage/assignments.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';
import type { StudentAssignment } from '#lib/wire/student-assignment.ts';
import { loadStudentAssignment } from './open-assignment.ts';

startWithEmptyIndexedDb();

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const OPEN_ASSIGNMENT: StudentAssignment = {
	id: 'a',
	title: { fr: 'Salade', en: 'Salad' },
	note: '',
	className: '2de 4',
	opensAt: null,
	dueAt: null,
	closedAt: null,
	debateSince: null,
	rubric: [],
	subject: { kind: 'project' },
	member: { id: 'm', pseudonym: 'Loup' },
	work: null
};

/** Opens an assignment stored in this browser; the server's answer arrives when the returned `sendServerAnswer` is called. */
async function openStoredAssignment(stored: StudentAssignment) {
	const account = crypto.randomUUID();
	await storeAssignment(account, { id: stored.id, told: stored, work: null });
	let settleServerResponse = (_: Response | Promise<never>): void => undefined;
	const response = new Promise<Response>((resolve) => (settleServerResponse = resolve));
	const loading = loadStudentAssignment(stored.id, account, () => response, true);
	// Advance past the page's waiting time in short steps, so that the database opens before its own time limit.
	for (let part = 0; part < 40; part++) {
		await new Promise((resolve) => setImmediate(resolve));
		vi.advanceTimersByTime(200);
	}
	const sendServerAnswer = (told: StudentAssignment) =>
		settleServerResponse(Response.json({ format: 1, kind: 'assignment', told }));
	return {
		account,
		loading,
		sendServerAnswer,
		fail: () => settleServerResponse(Promise.reject(new Error('no network')))
	};
}

for (const [state, stored] of [
	['not open yet', { ...OPEN_ASSIGNMENT, subject: null }],
	['closed', { ...OPEN_ASSIGNMENT, closedAt: 1 }]
] as const) {
	test(`an assignment stored as ${state} is shown only after the server’s answer, with its new state`, async () => {
		const { loading, sendServerAnswer } = await openStoredAssignment(stored);
		sendServerAnswer(OPEN_ASSIGNMENT);
		expect(await loading).toMatchObject({ kind: 'loaded', assignment: OPEN_ASSIGNMENT });
	});
}

test('without a network, a closed assignment is shown as stored', async () => {
	const { loading, fail } = await openStoredAssignment({ ...OPEN_ASSIGNMENT, closedAt: 1 });
	fail();
	expect(await loading).toMatchObject({ kind: 'loaded', assignment: { closedAt: 1 } });
});

test('an open assignment is shown as stored while the server is slow, and its late answer is stored', async () => {
	const { account, loading, sendServerAnswer } = await openStoredAssignment(OPEN_ASSIGNMENT);
	expect(await loading).toMatchObject({ assignment: { note: '' } });
	sendServerAnswer({ ...OPEN_ASSIGNMENT, note: 'page 12' });
	await vi.waitFor(
		async () => expect(await readAssignment(account, 'a')).toMatchObject({ told: { note: 'page 12' } }),
		{
			timeout: 5000
		}
	);
});

test('a refusal keeps its status and reason, even a reason that this page does not know', async () => {
	for (const reason of ['not-assigned', 'a reason of a later server']) {
		const response = Response.json({ format: 1, kind: 'refused', reason }, { status: 410 });
		expect(await loadStudentAssignment('a', crypto.randomUUID(), async () => response, true)).toEqual({
			kind: 'refused',
			status: 410,
			reason
		});
	}
});
