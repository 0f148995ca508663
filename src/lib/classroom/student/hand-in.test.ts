import { beforeEach, expect, test, vi } from 'vitest';
import type { BoardRowSubmission } from '#lib/domain/progress.ts';
import { openStorage } from '#lib/storage/open.ts';
import { readWaitingHandIn, recordHandInAnswer } from '#lib/storage/hand-ins.ts';
import { startWithEmptyIndexedDb } from '#lib/storage/testing/indexed-db.ts';
import { handInApi, type SentHandIn } from '#lib/wire/hand-in.ts';
import type { OwnSubmission } from '#lib/wire/own-submission.ts';
import { HandIn } from './hand-in.svelte.ts';

startWithEmptyIndexedDb();

const ASSIGNMENT_ID = 'a';
const VERSION_ID = '00000000-0000-4000-8000-000000000001';
let serverSubmissions: OwnSubmission[] = [];
const fetchMock = vi.fn(() => Promise.resolve(Response.json(createSubmissionsAnswer(serverSubmissions))));

beforeEach(() => {
	serverSubmissions = [];
	fetchMock.mockClear();
	vi.stubGlobal('fetch', fetchMock);
});

const createSubmissionsAnswer = (submissions: OwnSubmission[]) => ({
	format: handInApi.format,
	kind: 'submissions',
	submissions
});

const createSubmission = (id: string, more: Partial<OwnSubmission> = {}): OwnSubmission => ({
	id,
	turn: 1,
	state: 'handed-in',
	shown: 'being-judged',
	handedInAt: 2,
	version: VERSION_ID,
	decision: null,
	prediction: null,
	returned: null,
	browserReport: null,
	verdict: null,
	isRejudged: false,
	feedback: null,
	...more
});

const createBoardRow = ({ id, state, turn }: OwnSubmission): { submission: BoardRowSubmission } => ({
	submission: { id, state, turn, verdict: null }
});

/** Opens the page of a student who has just handed in; the returned functions store and announce the server's answer. */
async function handInOnPage() {
	const account = crypto.randomUUID();
	const page = new HandIn(ASSIGNMENT_ID, account);
	const otherStorage = await openStorage({ account });
	const stopSyncing = page.startSyncing();
	await vi.waitFor(() => expect(page.submissions).toEqual([]));
	await page.handIn({ workId: VERSION_ID, version: VERSION_ID, prediction: null, report: [] });
	const { waitingHandIn } = page;
	if (!waitingHandIn) throw new Error('Nothing waits.');
	fetchMock.mockClear();
	const recordAnswer = () => recordHandInAnswer(account, waitingHandIn, null);
	return {
		page,
		id: waitingHandIn.sent.id,
		recordAnswer,
		async recordAndAnnounceAnswer(ownSubmissions?: unknown) {
			await recordAnswer();
			otherStorage.announce({ kind: 'hand-in', assignment: ASSIGNMENT_ID, work: VERSION_ID, ownSubmissions });
		},
		close() {
			stopSyncing();
			otherStorage.close();
		}
	};
}

test('submissions in the answer to a hand-in are shown without asking the server', async () => {
	const { page, id, recordAndAnnounceAnswer, close } = await handInOnPage();
	page.refreshOnNewState(createBoardRow(createSubmission(id)));
	await recordAndAnnounceAnswer(createSubmissionsAnswer([createSubmission(id)]));
	await vi.waitFor(() => expect(page.state).toBe('being-judged'));
	expect(page.newest?.id).toBe(id);
	expect(fetchMock).not.toHaveBeenCalled();
	close();
});

test('a verdict announced before the hand-in is answered is fetched after the answer', async () => {
	const { page, id, recordAndAnnounceAnswer, close } = await handInOnPage();
	const judgedSubmission = createSubmission(id, { state: 'judged', shown: 'waiting' });
	page.refreshOnNewState(createBoardRow(judgedSubmission));
	expect(fetchMock).not.toHaveBeenCalled();
	serverSubmissions = [judgedSubmission];
	await recordAndAnnounceAnswer(createSubmissionsAnswer([createSubmission(id)]));
	await vi.waitFor(() => expect(page.state).toBe('waiting'));
	close();
});

test('an answer to the hand-in that arrives after the verdict does not hide the verdict', async () => {
	const { page, id, recordAndAnnounceAnswer, close } = await handInOnPage();
	serverSubmissions = [createSubmission(id, { state: 'judged', shown: 'waiting' })];
	await page.refreshSubmissions();
	await recordAndAnnounceAnswer(createSubmissionsAnswer([createSubmission(id)]));
	await vi.waitFor(() => expect(page.state).toBe('waiting'));
	expect(fetchMock).toHaveBeenCalledTimes(2);
	close();
});

test('an answer that another page stored unannounced is shown when the next board row arrives', async () => {
	const { page, id, recordAnswer, close } = await handInOnPage();
	await recordAnswer();
	serverSubmissions = [createSubmission(id)];
	page.refreshOnNewState(createBoardRow(createSubmission(id)));
	await vi.waitFor(() => expect(page.state).toBe('being-judged'));
	close();
});

test('the page requests submissions when an older server’s answer to a hand-in contains none', async () => {
	const { page, id, recordAndAnnounceAnswer, close } = await handInOnPage();
	serverSubmissions = [createSubmission(id)];
	await recordAndAnnounceAnswer();
	await vi.waitFor(() => expect(page.state).toBe('being-judged'));
	expect(fetchMock).toHaveBeenCalledOnce();
	close();
});

test('repeated hand-ins without a network name every earlier submission that the server may have', async () => {
	const account = crypto.randomUUID();
	const page = new HandIn(ASSIGNMENT_ID, account);
	serverSubmissions = [createSubmission('told')];
	await page.refreshSubmissions();
	const sentHandIns: SentHandIn[] = [];
	for (let turn = 0; turn < 3; turn += 1) {
		await page.handIn({ workId: VERSION_ID, version: VERSION_ID, prediction: null, report: [] });
		const waitingHandIn = await readWaitingHandIn(account, ASSIGNMENT_ID);
		if (!waitingHandIn) throw new Error('Nothing waits.');
		sentHandIns.push(waitingHandIn.sent);
	}
	const ids = sentHandIns.map(({ id }) => id);
	expect(sentHandIns.map(({ replaces, orReplaces }) => [replaces, orReplaces])).toEqual([
		['told', undefined],
		[ids[0], ['told']],
		[ids[1], [ids[0], 'told']]
	]);
});
